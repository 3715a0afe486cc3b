"""What the program tells those who watch over it: figures (Prometheus), spans (OpenTelemetry).

How many requests of each class there are and how long they take, what waits and what is open, and
`/metrics`, which is for whoever keeps the server and nobody else. Figures of check-ins are counted
where they happen (`checkin.measures`); none is labelled with an id or a name.
"""
