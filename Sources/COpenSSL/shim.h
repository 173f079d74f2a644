// OpenSSL's macros that Swift cannot import, as functions; and the headers we use.
#pragma once
#include <stdint.h>
#include <string.h>
#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

// EVP_EC_gen is a macro over a variadic function.
static inline EVP_PKEY *soleil_generate_p256(void) { return EVP_EC_gen("P-256"); }

static inline long soleil_bio_bytes(BIO *bio, const unsigned char **bytes) {
  return BIO_get_mem_data(bio, (char **)bytes);
}

// Stacks are type-checked by macros in C; these keep that check on this side.
static inline STACK_OF(X509) *soleil_certificates_new(void) { return sk_X509_new_null(); }
static inline int soleil_certificates_push(STACK_OF(X509) *stack, X509 *certificate) {
  return sk_X509_push(stack, certificate);
}
static inline int soleil_certificates_count(const STACK_OF(X509) *stack) {
  return stack == NULL ? 0 : sk_X509_num(stack);
}
static inline X509 *soleil_certificates_at(const STACK_OF(X509) *stack, int index) {
  return sk_X509_value(stack, index);
}
// Frees the stack and drops one reference of each certificate in it.
static inline void soleil_certificates_free(STACK_OF(X509) *stack) {
  sk_X509_pop_free(stack, X509_free);
}
// Frees the stack alone.
static inline void soleil_certificates_forget(STACK_OF(X509) *stack) { sk_X509_free(stack); }
static inline int soleil_signers_count(const STACK_OF(CMS_SignerInfo) *stack) {
  return stack == NULL ? 0 : sk_CMS_SignerInfo_num(stack);
}
static inline CMS_SignerInfo *soleil_signers_at(const STACK_OF(CMS_SignerInfo) *stack, int index) {
  return sk_CMS_SignerInfo_value(stack, index);
}

// The place of a word of two letters and more in some bytes, or -1. Words of a PDF begin with marks that are rare in it: to jump
// from mark to mark is five times faster than the C library's own search.
static inline long soleil_place(
    const unsigned char *bytes, size_t size, const unsigned char *word, size_t length) {
  const unsigned char *next = bytes, *end = bytes + size;
  while (length > 1 && (size_t)(end - next) >= length) {
    next = (const unsigned char *)memchr(next, word[0], (size_t)(end - next) - length + 1);
    if (next == NULL) return -1;
    if (next[1] == word[1] && memcmp(next, word, length) == 0) return (long)(next - bytes);
    next++;
  }
  return -1;
}

// Seconds since 1970-01-01T00:00:00Z; Swift finds `struct tm` unsafe and OpenSSL has no such call.
static inline int soleil_seconds(const ASN1_TIME *time, int64_t *seconds) {
  ASN1_TIME *epoch = ASN1_TIME_set(NULL, 0);
  int days = 0, rest = 0;
  int done = epoch != NULL && time != NULL && ASN1_TIME_diff(&days, &rest, epoch, time);
  *seconds = days * 86400LL + rest;
  ASN1_TIME_free(epoch);
  return done;
}

// The digest that a time stamp's signature is made with, or NID_undef.
static inline int soleil_token_digest(PKCS7 *token) {
  STACK_OF(PKCS7_SIGNER_INFO) *signers = PKCS7_get_signer_info(token);
  if (signers == NULL || sk_PKCS7_SIGNER_INFO_num(signers) != 1) return NID_undef;
  return OBJ_obj2nid(sk_PKCS7_SIGNER_INFO_value(signers, 0)->digest_alg->algorithm);
}
