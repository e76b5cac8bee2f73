// libxml2's HTML parser, as Swift sees it.
#ifndef DOCGEN_CLIBXML2_SHIM_H
#define DOCGEN_CLIBXML2_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
