// What cmark-gfm leaves to its users: memory for one document at a time, and the text of its nodes
// without a copy.
#ifndef DOCGEN_CMARK_SUPPORT_H
#define DOCGEN_CMARK_SUPPORT_H

#include <stddef.h>
#include <cmark-gfm.h>

#include "byte_search.h"

// Memory that is taken in one piece after another and given back all at once. Each thread has its
// own, so any number of threads can parse; what one of them allocates is gone at its next reset.
cmark_mem *docgen_arena(void);
void docgen_arena_reset(void);

// The bytes of a leaf (text, code, HTML) or of a footnote definition's label. They are valid until
// the node is changed or freed.
const unsigned char *docgen_node_literal(cmark_node *node, size_t *length);

#endif
