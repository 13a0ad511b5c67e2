package io.patchbay.http;

/** What customizations need besides the request. */
record CustomizationTools(
    IdempotencyKeys idempotencyKeys, RequestSigner signer, CredentialChoice credentials) {}
