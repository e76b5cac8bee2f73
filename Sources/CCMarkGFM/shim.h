// cmark-gfm as Swift sees it: the public headers, and inline accessors for what they leave out.
#ifndef DOCGEN_CCMARKGFM_SHIM_H
#define DOCGEN_CCMARKGFM_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

// Exported by the extensions library, declared in a header that is not installed.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL;

// A C global that can change is an error in Swift 6; the types are fixed once the extensions are
// registered, so a getter is enough.
static inline cmark_node_type docgen_table_type(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type docgen_table_row_type(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type docgen_table_cell_type(void) { return CMARK_NODE_TABLE_CELL; }

#endif
