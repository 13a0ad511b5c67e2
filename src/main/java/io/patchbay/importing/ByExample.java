package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes an API of examples: an address, a request and an answer. Path parameters, inputs, schemas
 * and the way to authenticate are inferred.
 */
public final class ByExample {

  private ByExample() {}

  /**
   * One call.
   *
   * @param name of the API; its host when left out
   * @param verb GET when left out, or POST with a body
   * @param url with or without {@code https://}; a value may be left open as {@code {name}}
   * @param requestBody as it is sent
   * @param status 200 when left out
   * @param responseBody as it was answered
   */
  public record Sample(
      @Nullable String name,
      @Nullable String verb,
      String url,
      Map<String, String> requestHeaders,
      @Nullable String requestBody,
      @Nullable Integer status,
      Map<String, String> responseHeaders,
      @Nullable String responseBody) {

    public Sample {
      url = url == null ? "" : url;
      requestHeaders = requestHeaders == null ? Map.of() : new LinkedHashMap<>(requestHeaders);
      responseHeaders = responseHeaders == null ? Map.of() : new LinkedHashMap<>(responseHeaders);
    }

    /** A call that is known by its address only. */
    public static Sample of(String verb, String url) {
      return new Sample(null, verb, url, Map.of(), null, null, Map.of(), null);
    }

    /** Without headers, query and bodies: secrets may be among them. */
    @Override
    public String toString() {
      return "Sample[%s %s]".formatted(verb, url.split("[?#]", 2)[0]);
    }
  }

  /**
   * The API of one example, with one method.
   *
   * @throws InvalidException when the address is none, or the verb or the status cannot be
   */
  public static ImportedApi of(Sample sample) {
    return of(List.of(sample));
  }

  /**
   * The API of several examples; those with the same verb and path make one method.
   *
   * @throws InvalidException with all that is wrong
   */
  public static ImportedApi of(List<Sample> samples) {
    List<Exchange> exchanges = new ArrayList<>();
    List<InvalidException.Problem> problems = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      read(
          samples.get(i),
          samples.size() == 1 ? "" : "samples[%d].".formatted(i),
          exchanges,
          problems);
    }
    if (samples.isEmpty()) {
      problems.add(new InvalidException.Problem("url", "Give an address."));
    }
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
    var apis = new ExchangeApis(Map.of()).of(exchanges, samples.getFirst().name());
    if (apis.size() > 1) {
      throw new InvalidException(
          "url", "The examples call different servers; give those of one server together.");
    }
    var api = apis.getFirst();
    if (api.api().methods().isEmpty()) {
      throw new InvalidException("verb", api.issues().getFirst().message());
    }
    return api;
  }

  private static void read(
      Sample sample,
      String where,
      List<Exchange> exchanges,
      List<InvalidException.Problem> problems) {
    Integer status = sample.status();
    if (status != null && (status < 100 || status > 599)) {
      problems.add(
          new InvalidException.Problem(where + "status", "A status is a number from 100 to 599."));
    }
    try {
      exchanges.add(exchange(sample, where));
    } catch (InvalidException e) {
      problems.add(new InvalidException.Problem(where + "url", e.problems().getFirst().message()));
    }
  }

  private static Exchange exchange(Sample sample, String where) {
    String url = sample.url().strip();
    String body = sample.requestBody();
    boolean hasBody = body != null && !body.isBlank();
    String verb = sample.verb() == null ? "" : sample.verb().strip();
    return new Exchange(
        verb.isEmpty() ? (hasBody ? "POST" : "GET") : verb.toUpperCase(Locale.ROOT),
        ExchangeUrl.parse(url.isEmpty() || url.contains("://") ? url : "https://" + url),
        fields(sample.requestHeaders()),
        body != null && hasBody ? new ExchangeBody.Text(null, body) : ExchangeBody.NONE,
        reply(sample),
        null,
        Story.at(where.isEmpty() ? "example" : where.substring(0, where.length() - 1), null));
  }

  private static List<Reply> reply(Sample sample) {
    String body = sample.responseBody();
    boolean hasBody = body != null && !body.isBlank();
    if (!hasBody && sample.status() == null && sample.responseHeaders().isEmpty()) {
      return List.of();
    }
    var headers = fields(sample.responseHeaders());
    String type =
        headers.stream()
            .filter(header -> header.is("Content-Type"))
            .findFirst()
            .map(Field::text)
            .orElse(null);
    int status = sample.status() == null ? 200 : sample.status();
    return List.of(new Reply(status, null, headers, type, hasBody ? body : null));
  }

  private static List<Field> fields(Map<String, String> headers) {
    List<Field> fields = new ArrayList<>();
    headers.forEach((name, value) -> fields.add(Field.of(name.strip(), value)));
    return fields;
  }
}
