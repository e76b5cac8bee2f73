# What there is to do; how it is done is in Tools/.

.PHONY: site test bench format generate clean

site: ## build docgen's own documentation with a release build of docgen
	@Tools/build-site

test: ## everything that CI checks; ends with the Swift tests
	@Tools/test

bench: ## the comparison with Hugo, growing sites, instruction counts
	@Tools/bench

format: ## lay out the Swift sources as the linter wants them
	@Tools/format

generate: ## write the generated sources and pages anew
	@Tools/generate

clean: ## remove everything that was built or downloaded
	rm -rf .build website/build Benchmarks/work
