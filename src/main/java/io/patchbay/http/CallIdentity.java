package io.patchbay.http;

import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Auth;
import org.jspecify.annotations.Nullable;

/**
 * As whom a call goes out: how it authenticates and which client certificate it shows, by whose
 * leave. As the API says, until customizations change it; used by the call's thread only.
 */
final class CallIdentity {

  private static final Auth WITHOUT = new Auth.None();

  private final ApiRequest request;
  private Auth auth;
  private WorkspaceId credentials;
  private String authOrigin = "api";
  private @Nullable String certificate;
  private WorkspaceId certificates;
  private String certificateOrigin = "api";

  CallIdentity(ApiRequest request) {
    this.request = request;
    this.auth = usualAuth();
    this.credentials = request.credentials();
    this.certificate = request.api().certificateName().orElse(null);
    this.certificates = request.credentials();
  }

  /** How calls of the method authenticate if nothing changes that. */
  Auth usualAuth() {
    return request.method().isWithoutAuth() ? WITHOUT : request.api().auth();
  }

  /** How this call authenticates: as the API says, or as a customization has it. */
  Auth auth() {
    return auth;
  }

  /** The workspace whose credential is used. */
  WorkspaceId credentials() {
    return credentials;
  }

  /** Whether the credential is another workspace's, of which the caller must learn nothing. */
  boolean isGuest() {
    return !request.workspace().equals(credentials);
  }

  /** From now on it authenticates otherwise. */
  void authenticates(Auth with, WorkspaceId credentialsOf, String from) {
    auth = with;
    credentials = credentialsOf;
    authOrigin = from;
  }

  /** Where {@link #auth} comes from, as in {@link SentRequest.Header}. */
  String authOrigin() {
    return authOrigin;
  }

  /** The client certificate to show, by name; absent when there is none. */
  @Nullable String certificate() {
    return certificate;
  }

  /** The workspace whose certificate is shown. */
  WorkspaceId certificates() {
    return certificates;
  }

  /** From now on it shows another certificate. */
  void shows(@Nullable String clientCertificate, WorkspaceId certificatesOf, String from) {
    certificate = clientCertificate;
    certificates = certificatesOf;
    certificateOrigin = from;
  }

  /** Where {@link #certificate} comes from, as in {@link SentRequest.Header}. */
  String certificateOrigin() {
    return certificateOrigin;
  }

  /** How messages name the client certificate that is shown; absent when none is. */
  @Nullable String shownCertificate() {
    return certificate == null
        ? null
        : certificates.equals(request.workspace())
            ? "the client certificate '" + certificate + "'"
            : "the client certificate that is shared with API '" + request.api().name() + "'";
  }
}
