package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy that calls of an API go through.
 *
 * @param url {@code http://host:port}; empty for none, also where the server has one for all
 * @param credential a credential of kind basic for the proxy itself
 * @param noProxy hosts that are called directly: names, {@code .suffixes}, addresses, CIDR blocks
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Proxy(@JsonInclude String url, @Nullable String credential, List<String> noProxy) {

  public Proxy {
    url = url == null ? "" : url.strip();
    noProxy = noProxy == null ? List.of() : List.copyOf(noProxy);
  }
}
