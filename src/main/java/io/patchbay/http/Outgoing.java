package io.patchbay.http;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A request ready to be sent; each interceptor may hand on a changed copy. */
final class Outgoing {

  private final String verb;
  private final Address address;
  private final HeaderLines headers;
  private final @Nullable Body body;
  private final @Nullable UnaryOperator<Outgoing> signing;

  Outgoing(String verb, Address address, HeaderLines headers, @Nullable Body body) {
    this(verb, address, headers, body, null);
  }

  private Outgoing(
      String verb,
      Address address,
      HeaderLines headers,
      @Nullable Body body,
      @Nullable UnaryOperator<Outgoing> signing) {
    this.verb = verb;
    this.address = address;
    this.headers = headers;
    this.body = body;
    this.signing = signing;
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
    return new Outgoing(verb, address, newHeaders, body, signing);
  }

  Outgoing withHeader(HeaderLine line) {
    return withHeaders(headers.with(line));
  }

  /** With a header of the credential, which is not shown. */
  Outgoing withSecretHeader(String name, String value) {
    return withHeader(HeaderLine.of(name, value, Authenticate.ORIGIN, true));
  }

  Outgoing withAddress(Address newAddress) {
    return new Outgoing(verb, newAddress, headers, body, signing);
  }

  /**
   * With a signature that is made right before it is sent, and anew after each redirect that stays
   * on the origin; what was to sign it before does so first.
   */
  Outgoing signedBy(UnaryOperator<Outgoing> signer) {
    var before = signing;
    return new Outgoing(
        verb,
        address,
        headers,
        body,
        before == null ? signer : request -> signer.apply(before.apply(request)));
  }

  Outgoing unsigned() {
    return new Outgoing(verb, address, headers, body);
  }

  /** As it goes over the wire. */
  Outgoing signed() {
    return signing == null ? this : signing.apply(unsigned());
  }

  Outgoing withBody(@Nullable Body newBody) {
    return new Outgoing(verb, address, headers, newBody, signing);
  }

  Outgoing asGetWithoutBody() {
    return new Outgoing(
        "HEAD".equals(verb) ? verb : "GET",
        address,
        headers.only(line -> !line.key().startsWith("content-")),
        null,
        signing);
  }
}
