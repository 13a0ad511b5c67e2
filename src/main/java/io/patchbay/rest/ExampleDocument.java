package io.patchbay.rest;

import io.patchbay.common.Json;
import io.patchbay.importing.ByExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One example, or several in {@code examples}, and what is to be made of them.
 *
 * @param requestBody the text, or JSON itself
 * @param responseBody the text, or JSON itself
 */
record ExampleDocument(
    @Nullable String verb,
    @Nullable String url,
    @Nullable Map<String, String> requestHeaders,
    @Nullable JsonNode requestBody,
    @Nullable Integer status,
    @Nullable Map<String, String> responseHeaders,
    @Nullable JsonNode responseBody,
    @Nullable List<Example> examples,
    @Nullable String slug,
    @Nullable String name,
    @Nullable Boolean keepCredential,
    @Nullable String into) {

  /** One of several. */
  record Example(
      @Nullable String verb,
      @Nullable String url,
      @Nullable Map<String, String> requestHeaders,
      @Nullable JsonNode requestBody,
      @Nullable Integer status,
      @Nullable Map<String, String> responseHeaders,
      @Nullable JsonNode responseBody) {

    private ByExample.Sample sample(@Nullable String name) {
      return new ByExample.Sample(
          name,
          verb,
          url == null ? "" : url,
          requestHeaders == null ? Map.of() : requestHeaders,
          text(requestBody),
          status,
          responseHeaders == null ? Map.of() : responseHeaders,
          text(responseBody));
    }

    private static @Nullable String text(@Nullable JsonNode body) {
      if (body == null) {
        return null;
      }
      return body.isString() ? body.stringValue() : Json.write(body);
    }
  }

  /** All examples, those of the list last. */
  List<ByExample.Sample> all() {
    var all = new ArrayList<ByExample.Sample>();
    if (url != null || examples == null) {
      all.add(
          new Example(verb, url, requestHeaders, requestBody, status, responseHeaders, responseBody)
              .sample(name));
    }
    if (examples != null) {
      examples.forEach(example -> all.add(example.sample(name)));
    }
    return all;
  }

  ImportController.Wishes wishes() {
    return new ImportController.Wishes(slug, null, null, null, keepCredential, null, into);
  }
}
