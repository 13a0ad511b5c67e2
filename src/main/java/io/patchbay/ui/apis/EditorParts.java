package io.patchbay.ui.apis;

import io.patchbay.api.ApiEditing;
import io.patchbay.api.ApiService;
import io.patchbay.credential.CredentialService;
import io.patchbay.http.ApiClient;
import io.patchbay.http.OAuthTokenService;
import io.patchbay.ui.shell.Times;
import org.springframework.stereotype.Component;

/** What the parts of the editor work with. */
@Component
record EditorParts(
    ApiService apis,
    ApiEditing editing,
    CredentialService credentials,
    OAuthTokenService tokens,
    ApiClient client,
    Times times) {}
