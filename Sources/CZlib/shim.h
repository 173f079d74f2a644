#include <zlib.h>

// What Swift cannot call: inflateInit2 is a macro that passes the version and the size of the state.
static inline int soleil_inflate_raw(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
