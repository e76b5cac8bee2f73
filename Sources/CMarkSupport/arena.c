#include "cmark_support.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// cmark_mem has no context pointer, so the arena is the thread's. A document's nodes cost a malloc
// and a free each otherwise: a quarter of the time of parsing and walking.

// What a thread keeps for its next document: memory that is given back to the system has to be
// faulted in page by page again.
enum { CHUNK_SIZE = 1 << 20, KEPT_SIZE = 12 << 20, ALIGNMENT = 16 };

typedef struct chunk {
  struct chunk *next;
  size_t size;
  size_t used;
} chunk;

// A block's size stands before it, for realloc.
typedef struct {
  size_t size;
  size_t unused;
} header;

static _Thread_local chunk *current;
static _Thread_local chunk *spare;
static _Thread_local size_t spare_size;

static unsigned char *start_of(chunk *piece) { return (unsigned char *)piece + 32; }

// A chunk with room for a block.
static void start_chunk(size_t needed) {
  chunk *piece = spare;
  if (piece && piece->size >= needed) {
    spare = piece->next;
    spare_size -= piece->size;
  } else {
    size_t room = needed > CHUNK_SIZE ? needed : CHUNK_SIZE;
    piece = malloc(room + 32);
    // As cmark-gfm's own allocator: it has no way to report a failure.
    if (!piece) abort();
    piece->size = room;
  }
  piece->next = current;
  piece->used = 0;
  current = piece;
}

static inline void *take(size_t size) {
  if (size > SIZE_MAX / 2) abort();
  size_t needed = sizeof(header) + ((size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1));
  if (!current || current->size - current->used < needed) start_chunk(needed);
  chunk *piece = current;
  header *block = (header *)(start_of(piece) + piece->used);
  piece->used += needed;
  block->size = size;
  return block + 1;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  void *block = take(count * size);
  memset(block, 0, count * size);
  return block;
}

static void *arena_realloc(void *old, size_t size) {
  if (!old) return take(size);
  header *block = (header *)old - 1;
  if (size <= block->size) return old;
  // The last block grows in place where there is room: buffers are appended to again and again.
  size_t rounded = (block->size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  size_t wanted = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  if ((unsigned char *)old + rounded == start_of(current) + current->used &&
      current->size - current->used >= wanted - rounded) {
    current->used += wanted - rounded;
    block->size = size;
    return old;
  }
  void *copy = take(size);
  memcpy(copy, old, block->size);
  return copy;
}

static void arena_free(void *block) { (void)block; }

static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};

cmark_mem *docgen_arena(void) { return &arena; }

void docgen_arena_reset(void) {
  while (current) {
    chunk *piece = current;
    current = piece->next;
    if (spare_size + piece->size > KEPT_SIZE) {
      free(piece);
    } else {
      piece->next = spare;
      spare = piece;
      spare_size += piece->size;
    }
  }
}
