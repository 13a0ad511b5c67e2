package io.patchbay.ui.importing;

import io.patchbay.api.ApiEditing;
import io.patchbay.api.ApiService;
import io.patchbay.credential.CredentialService;
import io.patchbay.importing.ImportService;
import org.springframework.stereotype.Component;

/** What the parts of the import page work with. */
@Component
record ImportParts(
    ImportService imports, ApiService apis, ApiEditing editing, CredentialService credentials) {}
