# docker build -t docgen .                                    builds the image
# docker run --rm -v "$PWD:/site" docgen build                builds the site in the current folder
# docker build --target mcp-client -t mcp-client .            builds an image of mcp-client
FROM swift:6.2-bookworm AS sources
RUN apt-get update && apt-get install -y --no-install-recommends \
      git pkg-config python3 libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /docgen
COPY . .

FROM sources AS docgen-packed
RUN Tools/dist docgen && mkdir /packed \
    && tar -C /packed --strip-components 1 -xzf dist/*.tar.gz

FROM sources AS mcp-client-packed
RUN Tools/dist mcp-client && mkdir /packed \
    && tar -C /packed --strip-components 1 -xzf dist/*.tar.gz

FROM debian:bookworm-slim AS mcp-client
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
COPY --from=mcp-client-packed /packed/bin /usr/local/bin
COPY --from=mcp-client-packed /packed/share /usr/local/share
ENTRYPOINT ["mcp-client"]
CMD ["--help"]

FROM debian:bookworm-slim
# cmark-gfm is linked in. Git tells when pages were changed; sites belong to whoever mounts them.
RUN apt-get update && apt-get install -y --no-install-recommends \
      ca-certificates git libxml2 \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=docgen-packed /packed/bin /usr/local/bin
COPY --from=docgen-packed /packed/share /usr/local/share
WORKDIR /site
EXPOSE 3000
ENTRYPOINT ["docgen"]
CMD ["--help"]
