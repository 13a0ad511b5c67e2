package io.patchbay.importing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request as curl 7.88 sends it, its automatic headers included.
 *
 * @param verb as it stands in the request line
 * @param target what stands in the request line behind the verb
 * @param headers in the order in which they are sent; without {@code Host} of its own making
 * @param body absent when there is none, or when it is made of parts
 * @param parts of a multipart body
 * @param address with what stands in braces still in it
 * @param upload whether the body is a file that curl would read
 */
record CurlRequest(
    String verb,
    CurlUrl url,
    String target,
    List<Field> headers,
    @Nullable String body,
    List<FormPart> parts,
    String address,
    boolean upload) {

  CurlRequest {
    headers = List.copyOf(headers);
    parts = List.copyOf(parts);
  }

  Optional<String> header(String name) {
    return headers.stream().filter(field -> field.is(name)).findFirst().map(Field::text);
  }

  /** Without headers, query and body: secrets may be among them. */
  @Override
  public String toString() {
    return "CurlRequest[%s %s]".formatted(verb, url);
  }
}
