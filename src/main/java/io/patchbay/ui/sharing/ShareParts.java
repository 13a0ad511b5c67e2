package io.patchbay.ui.sharing;

import io.patchbay.account.Accesses;
import io.patchbay.account.CurrentUser;
import io.patchbay.api.ApiService;
import io.patchbay.api.Catalogue;
import io.patchbay.api.ShareService;
import io.patchbay.api.SharedApiService;
import io.patchbay.credential.CredentialService;
import io.patchbay.ui.shell.Times;
import org.springframework.stereotype.Component;

/** What the pages about sharing work with. */
@Component
record ShareParts(
    ApiService apis,
    ShareService shares,
    SharedApiService shared,
    Catalogue catalogue,
    CredentialService credentials,
    Accesses accesses,
    CurrentUser currentUser,
    Times times) {}
