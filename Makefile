# What there is to do; how it is done is in Tools/.

.PHONY: site test dist install uninstall bench format generate clean

site: ## build docgen's own documentation with a release build of docgen
	@Tools/build-site

test: ## everything that CI checks; ends with the Swift tests
	@Tools/test

dist: ## docgen and mcp-client, stripped, with completions and man pages, as archives in dist/
	@Tools/dist

install: ## docgen and mcp-client below PREFIX (/usr/local), in DESTDIR if that is set
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Tools/install

uninstall: ## remove what install has installed
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Tools/install --uninstall

bench: ## the comparison with Hugo, growing sites, instruction counts
	@Tools/bench

format: ## lay out the Swift sources as the linter wants them
	@Tools/format

generate: ## write the generated sources and pages anew
	@Tools/generate

clean: ## remove everything that was built or downloaded
	rm -rf .build dist website/build Benchmarks/work
