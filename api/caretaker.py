"""The caretaker: what happens by itself when its time comes, whoever looks."""
