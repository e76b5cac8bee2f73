// What the C library knows of memory and Swift's module of it leaves out.
#ifndef DOCGEN_CMEMORY_SHIM_H
#define DOCGEN_CMEMORY_SHIM_H

#include <stddef.h>

#ifdef __linux__
#include <malloc.h>
#endif

// Gives memory that is free by now back to the system. glibc keeps what it once had, page by page
// between pieces still in use; other C libraries give it back by themselves.
static inline void docgen_return_free_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

#endif
