# The bot in a container; docs/deploying.md says how to build and run it.
FROM python:3.11-slim

# requirements-mcp.txt makes an image for assistants.
ARG REQUIREMENTS=requirements.txt
COPY ${REQUIREMENTS} /opt/alliance/requirements.txt
# No wheel, no installation: nothing is compiled here, and no package's setup.py runs as root.
RUN pip install --no-cache-dir --disable-pip-version-check --root-user-action=ignore \
        --require-hashes --only-binary=:all: -r /opt/alliance/requirements.txt \
    && groupadd --gid 10001 alliance \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data \
        --shell /usr/sbin/nologin alliance \
    && install --directory --owner=alliance --group=alliance --mode=0700 /data

COPY bot /opt/alliance/bot
COPY knowledge /opt/alliance/knowledge
COPY manifest.yaml /opt/alliance/manifest.yaml
RUN python -m compileall -q /opt/alliance/bot

# The code is what lies in /opt, whatever lies in the folder that is worked in.
ENV PYTHONPATH=/opt/alliance PYTHONSAFEPATH=1 PYTHONDONTWRITEBYTECODE=1

# By number, so that a host can see that it is not root. SQLite's file is kept in /data.
USER 10001:10001
WORKDIR /data
EXPOSE 3000

# For HTTP alone: the worker and Socket Mode listen on no port and run with --no-healthcheck.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import os; from http.client import HTTPConnection as C; c = C('127.0.0.1', int(os.environ.get('PORT') or 3000), timeout=3); c.request('GET', '/healthz'); raise SystemExit(c.getresponse().status != 200)"]

ENTRYPOINT ["python", "-m", "bot"]
CMD ["serve"]
