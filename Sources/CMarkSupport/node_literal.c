#include "cmark_support.h"

#include <string.h>

// Debian and Homebrew install cmark-gfm's internal headers, which tell where a node keeps its text.
// The public function copies it and leaves out footnotes' labels; it serves where the headers are
// not there.
#if __has_include(<cmark-gfm/node.h>)
#include <cmark-gfm/node.h>

const unsigned char *docgen_node_literal(cmark_node *node, size_t *length) {
  const cmark_chunk *text =
      node->type == CMARK_NODE_CODE_BLOCK ? &node->as.code.literal : &node->as.literal;
  *length = text->len > 0 ? (size_t)text->len : 0;
  return text->data ? text->data : (const unsigned char *)"";
}
#else
const unsigned char *docgen_node_literal(cmark_node *node, size_t *length) {
  const char *text = cmark_node_get_literal(node);
  *length = text ? strlen(text) : 0;
  return (const unsigned char *)(text ? text : "");
}
#endif
