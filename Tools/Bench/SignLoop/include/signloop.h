// What a C programmer would write: CMS_sign in a loop, with everything that can be kept kept.
#pragma once
#include <stddef.h>

typedef struct sign_loop sign_loop;

// Opens an encrypted key with its certificate and the authority's, all in PEM; NULL when it cannot.
sign_loop *sign_loop_open(const char *key, const char *phrase, const char *certificate,
                          const char *authority);
// Signs some bytes so many times, detached, CAdES, in DER; the bytes of all signatures, -1 on failure.
long sign_loop_run(sign_loop *loop, const unsigned char *content, size_t length, int times);
void sign_loop_close(sign_loop *loop);
