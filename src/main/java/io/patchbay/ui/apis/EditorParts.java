package io.patchbay.ui.apis;

import io.patchbay.api.ApiEditing;
import io.patchbay.api.ApiService;
import io.patchbay.api.ApiVersions;
import io.patchbay.api.EnvironmentService;
import io.patchbay.credential.CertificateService;
import io.patchbay.credential.CredentialService;
import io.patchbay.http.OAuthTokenService;
import io.patchbay.http.TryService;
import io.patchbay.run.LastCalls;
import io.patchbay.ui.shell.Times;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the parts of the editor work with. */
@Component
record EditorParts(
    ApiService apis,
    ApiEditing editing,
    ApiVersions versions,
    CredentialService credentials,
    CertificateService certificates,
    OAuthTokenService tokens,
    TryService tries,
    EnvironmentService environments,
    LastCalls lastCalls,
    List<MethodTab> methodTabs,
    Times times) {}
