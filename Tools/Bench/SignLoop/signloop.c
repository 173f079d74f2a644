#include "signloop.h"

#include <openssl/cms.h>
#include <openssl/pem.h>
#include <stdlib.h>
#include <string.h>

struct sign_loop {
  EVP_PKEY *key;
  X509 *certificate;
  STACK_OF(X509) *chain;
};

static X509 *certificate(const char *pem) {
  BIO *file = BIO_new_mem_buf(pem, -1);
  X509 *found = PEM_read_bio_X509(file, NULL, NULL, NULL);
  BIO_free(file);
  return found;
}

sign_loop *sign_loop_open(const char *key, const char *phrase, const char *own,
                          const char *authority) {
  sign_loop *loop = calloc(1, sizeof *loop);
  BIO *file = BIO_new_mem_buf(key, -1);
  loop->key = PEM_read_bio_PrivateKey(file, NULL, NULL, (void *)phrase);
  BIO_free(file);
  loop->certificate = certificate(own);
  loop->chain = sk_X509_new_null();
  X509 *above = certificate(authority);
  if (above != NULL) sk_X509_push(loop->chain, above);
  if (loop->key != NULL && loop->certificate != NULL && above != NULL) return loop;
  sign_loop_close(loop);
  return NULL;
}

long sign_loop_run(sign_loop *loop, const unsigned char *content, size_t length, int times) {
  const unsigned flags = CMS_DETACHED | CMS_BINARY | CMS_CADES | CMS_NOSMIMECAP;
  long total = 0;
  for (int i = 0; i < times; i++) {
    BIO *data = BIO_new_mem_buf(content, (int)length);
    CMS_ContentInfo *signature =
        CMS_sign(loop->certificate, loop->key, loop->chain, data, flags);
    unsigned char *der = NULL;
    int size = signature == NULL ? -1 : i2d_CMS_ContentInfo(signature, &der);
    OPENSSL_free(der);
    CMS_ContentInfo_free(signature);
    BIO_free(data);
    if (size <= 0) return -1;
    total += size;
  }
  return total;
}

void sign_loop_close(sign_loop *loop) {
  EVP_PKEY_free(loop->key);
  X509_free(loop->certificate);
  sk_X509_pop_free(loop->chain, X509_free);
  free(loop);
}
