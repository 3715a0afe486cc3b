ARG BASE=python:3.11-slim-trixie
FROM ${BASE}

ENV PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_ROOT_USER_ACTION=ignore

WORKDIR /srv/diemdanh

COPY requirements.lock ./
RUN python -m pip install --require-hashes --requirement requirements.lock

# pg_dump and pg_restore for `python -m api backup`: as new as the server of docker-compose.yml.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client-17 \
    && rm -rf /var/lib/apt/lists/*

# A number, so that an orchestrator can see that it is not root.
RUN useradd --system --uid 10001 --user-group --home-dir /var/lib/diemdanh diemdanh \
    && install --directory --owner=diemdanh --group=diemdanh --mode=700 /var/lib/diemdanh

COPY LICENSE pyproject.toml ./
COPY alembic/ alembic/
COPY clients/ clients/
COPY openapi/ openapi/
COPY api/ api/
RUN python -m compileall -q api

USER 10001:10001
ENV DIEMDANH_HOST=0.0.0.0 \
    DIEMDANH_PORT=8000 \
    DIEMDANH_DATA_DIR=/var/lib/diemdanh
VOLUME /var/lib/diemdanh
EXPOSE 8000

HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ['DIEMDANH_PORT'] + '/healthz', timeout=2)"]

CMD ["python", "-m", "api", "serve"]
