// libxml2's HTML parser, as Swift sees it.
#ifndef DOCGEN_CLIBXML2_SHIM_H
#define DOCGEN_CLIBXML2_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

// A variable that could change in older versions of the library, and a macro in others.
static inline const char *docgen_libxml2_version(void) { return xmlParserVersion; }

#endif
