package io.patchbay.http;

import org.jspecify.annotations.Nullable;

/** A request ready to be sent; each interceptor may hand on a changed copy. */
final class Outgoing {

  private final String verb;
  private final Address address;
  private final HeaderLines headers;
  private final @Nullable Body body;

  Outgoing(String verb, Address address, HeaderLines headers, @Nullable Body body) {
    this.verb = verb;
    this.address = address;
    this.headers = headers;
    this.body = body;
  }

  String verb() {
    return verb;
  }

  Address address() {
    return address;
  }

  HeaderLines headers() {
    return headers;
  }

  @Nullable Body body() {
    return body;
  }

  Outgoing withHeaders(HeaderLines newHeaders) {
    return new Outgoing(verb, address, newHeaders, body);
  }

  Outgoing withAddress(Address newAddress) {
    return new Outgoing(verb, newAddress, headers, body);
  }

  Outgoing asGetWithoutBody() {
    return new Outgoing(
        "HEAD".equals(verb) ? verb : "GET",
        address,
        headers.only(line -> !line.key().startsWith("content-")),
        null);
  }
}
