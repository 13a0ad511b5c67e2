package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the connection to an API is secured.
 *
 * @param certificate the client certificate that is shown when the server asks, by its name in the
 *     workspace
 * @param authorities certificates of the workspace that are trusted besides those that everybody
 *     trusts
 * @param onlyThese whether nobody but {@code authorities} is trusted
 * @param pins SHA-256 of the public keys of which one must be in the server's chain, in Base64 (RFC
 *     7469 section 2.4)
 * @param minVersion {@code TLSv1.2} or {@code TLSv1.3}; 1.2 when left out
 * @param serverName the name that is asked for (SNI, RFC 6066 section 3) and that the certificate
 *     must have, in place of the host
 * @param trustAll whether any certificate of the server will do; set by administrators only
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Tls(
    @Nullable String certificate,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> authorities,
    boolean onlyThese,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> pins,
    @Nullable String minVersion,
    @Nullable String serverName,
    boolean trustAll) {

  /** The usual. */
  public static final Tls USUAL = new Tls(null, List.of(), false, List.of(), null, null, false);

  /** The same with another client certificate. */
  public Tls with(@Nullable String clientCertificate) {
    return new Tls(
        clientCertificate, authorities, onlyThese, pins, minVersion, serverName, trustAll);
  }

  public Tls {
    authorities = authorities == null ? List.of() : List.copyOf(authorities);
    pins = pins == null ? List.of() : List.copyOf(pins);
  }
}
