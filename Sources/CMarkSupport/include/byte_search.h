// A search in text that Swift can't do as fast.
#ifndef DOCGEN_BYTE_SEARCH_H
#define DOCGEN_BYTE_SEARCH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Sixteen bytes are compared at once, in one instruction on both x86 and ARM. Swift's own vectors
// compare lane after lane, which takes ten times as long.
typedef uint8_t docgen_lanes __attribute__((vector_size(16)));

// All bits of a byte are set where it is wanted.
static inline __attribute__((always_inline)) unsigned __int128 docgen_marks(
    const void *bytes, uint8_t least, const uint8_t wanted[8]) {
  docgen_lanes text;
  memcpy(&text, bytes, sizeof text);
  docgen_lanes found = (docgen_lanes)(text < least);
  for (int index = 0; index < 8; index++) found |= (docgen_lanes)(text == wanted[index]);
  unsigned __int128 result;
  memcpy(&result, &found, sizeof result);
  return result;
}

static inline size_t docgen_first(unsigned __int128 marks) {
  uint64_t low = (uint64_t)marks;
  uint64_t high = (uint64_t)(marks >> 64);
  return (size_t)(low ? __builtin_ctzll(low) : 64 + __builtin_ctzll(high)) / 8;
}

// The search that most of the work on text is, for the next byte that means something: the first
// index from `start` on, below `end`, of a byte that is one of the eight wanted or less than `least`;
// `end` where there is none.
//
// Inline, so that what is wanted is a constant.
static inline __attribute__((always_inline)) size_t docgen_first_index(
    const uint8_t *bytes, size_t start, size_t end, uint8_t least, const uint8_t wanted[8]) {
  for (; start + sizeof(docgen_lanes) <= end; start += sizeof(docgen_lanes)) {
    unsigned __int128 found = docgen_marks(bytes + start, least, wanted);
    if (found) return start + docgen_first(found);
  }
  if (start >= end) return end;
  size_t count = end - start;
  unsigned __int128 found;
  if (end >= sizeof(docgen_lanes)) {
    // The last sixteen bytes, without those before `start`.
    found = docgen_marks(bytes + end - sizeof(docgen_lanes), least, wanted);
    found >>= 8 * (sizeof(docgen_lanes) - count);
  } else {
    uint8_t rest[sizeof(docgen_lanes)] = {0};
    memcpy(rest, bytes + start, count);
    found = docgen_marks(rest, least, wanted);
  }
  if (!found) return end;
  size_t index = docgen_first(found);
  return index < count ? start + index : end;
}

#endif
