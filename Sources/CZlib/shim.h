#include <zlib.h>

// What Swift cannot call: these are macros that pass the version and the size of the state.
static inline int soleil_inflate_raw(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
static inline int soleil_deflate(z_stream *stream, int level) { return deflateInit(stream, level); }
