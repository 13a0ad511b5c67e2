package io.patchbay.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes an exchange of an entry of an HTTP Archive. */
final class HarEntry {

  private final JsonNode request;
  private final List<Field> headers;

  private HarEntry(JsonNode request) {
    this.request = request;
    this.headers = new ArrayList<>(fields(request.path("headers")));
  }

  /**
   * The exchange.
   *
   * @param entry the whole, with the answer; absent when there is only a request
   * @throws io.patchbay.common.InvalidException when the address is none
   */
  static Exchange exchange(@Nullable JsonNode entry, JsonNode request, String where) {
    return new HarEntry(request).exchange(entry, where);
  }

  private Exchange exchange(@Nullable JsonNode entry, String where) {
    var url = url();
    addCookies();
    String comment = request.path("comment").asString("").strip();
    var story =
        new Story(
            comment.isEmpty() || comment.length() > 100 ? null : comment,
            null,
            List.of(),
            where,
            null,
            false);
    return new Exchange(
        request.path("method").asString("GET").strip(),
        url,
        headers,
        body(),
        entry == null ? List.of() : HarReply.of(entry.path("response")).stream().toList(),
        null,
        story);
  }

  private ExchangeUrl url() {
    var url = ExchangeUrl.parse(request.path("url").asString(""));
    List<Field> query = new ArrayList<>(url.query());
    var inUrl = query.stream().map(Field::name).collect(Collectors.toSet());
    for (var field : fields(request.path("queryString"))) {
      String name = ExchangeUrl.decode(field.name(), true);
      if (!inUrl.contains(name)) {
        query.add(new Field(name, field.value(), field.description(), false));
      }
    }
    return url.withQuery(query);
  }

  private void addCookies() {
    if (headers.stream().anyMatch(header -> header.is("Cookie"))) {
      return;
    }
    String cookies =
        fields(request.path("cookies")).stream()
            .map(cookie -> cookie.name() + "=" + cookie.text())
            .collect(Collectors.joining("; "));
    if (!cookies.isEmpty()) {
      headers.add(Field.of("Cookie", cookies));
    }
  }

  private ExchangeBody body() {
    JsonNode data = request.path("postData");
    String type = data.path("mimeType").asString("").strip();
    String media = type.toLowerCase(Locale.ROOT);
    JsonNode params = data.path("params");
    boolean files = false;
    for (JsonNode param : params) {
      files |= param.path("fileName").isString();
    }
    if (media.startsWith("multipart/") || files) {
      List<FormPart> parts = parts(params);
      return new ExchangeBody.Multipart(
          parts.isEmpty() ? MultipartBody.parts(type, data.path("text").asString("")) : parts);
    }
    String text = data.path("text").asString("");
    if (!params.isEmpty() && (text.isEmpty() || media.contains("form-urlencoded"))) {
      return new ExchangeBody.Form(fields(params));
    }
    if (text.isEmpty()) {
      return ExchangeBody.NONE;
    }
    Optional<String> decoded =
        data.path("encoding").asString("").equals("base64")
            ? HarReply.decoded(text, type)
            : Optional.of(text);
    return decoded
        .<ExchangeBody>map(plain -> new ExchangeBody.Text(type.isEmpty() ? null : type, plain))
        .orElse(new ExchangeBody.Unknown(type));
  }

  private static List<FormPart> parts(JsonNode params) {
    List<FormPart> parts = new ArrayList<>();
    for (JsonNode param : params) {
      String name = param.path("name").asString("");
      String type = param.path("contentType").asString(null);
      parts.add(
          param.path("fileName").isString()
              ? FormPart.file(name, param.path("fileName").asString(), type)
              : new FormPart(
                  name,
                  param.path("value").asString(""),
                  false,
                  null,
                  type,
                  List.of(),
                  null,
                  false));
    }
    return parts;
  }

  static List<Field> fields(JsonNode list) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode field : list) {
      String name = field.path("name").asString("");
      if (!name.isEmpty()) {
        String comment = field.path("comment").asString("");
        fields.add(
            new Field(
                name, field.path("value").asString(""), comment.isBlank() ? null : comment, false));
      }
    }
    return fields;
  }
}
