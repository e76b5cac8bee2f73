// libxml2's HTML parser, as Swift sees it.
#ifndef DOCGEN_CLIBXML2_SHIM_H
#define DOCGEN_CLIBXML2_SHIM_H

// Debian's libxml2 includes the system's headers of ICU, whose types collide with those of the ICU
// in Foundation where a file sees both ("'UErrorCode' has different definitions in different
// modules"). Without this macro libxml2 leaves them out; only the last fields of
// xmlCharEncodingHandler go with them, which nothing here reads.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// A variable that could change in older versions of the library, and a macro in others.
static inline const char *docgen_libxml2_version(void) { return xmlParserVersion; }

#endif
