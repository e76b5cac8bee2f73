# docker build -t docgen .                                    builds the image
# docker run --rm -v "$PWD:/site" docgen build                builds the site in the current folder
FROM swift:6.2-bookworm AS builder
RUN apt-get update && apt-get install -y --no-install-recommends \
      git pkg-config python3 libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /docgen
COPY . .
RUN Tools/dist && mv dist/docgen-*/ dist/docgen

FROM debian:bookworm-slim
# cmark-gfm is linked in. Git tells when pages were changed; sites belong to whoever mounts them.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates git libxml2 \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=builder /docgen/dist/docgen/bin/docgen /usr/local/bin/docgen
COPY --from=builder /docgen/dist/docgen/share /usr/local/share
WORKDIR /site
EXPOSE 3000
ENTRYPOINT ["docgen"]
CMD ["--help"]
