package io.patchbay.ui.importing;

import io.patchbay.api.Verb;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.importing.Format;
import io.patchbay.importing.ImportRequest;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request and its answer as somebody wrote them down.
 *
 * @param headers of the request, one a line
 */
record Exchange(Verb verb, String url, String headers, String body, int status, String answer) {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TEXT = "text/plain";

  /** As an archive of one entry. */
  ImportRequest request() {
    ObjectNode archive = Json.MAPPER.createObjectNode();
    ObjectNode log = archive.putObject("log");
    log.put("version", "1.2");
    log.putObject("creator").put("name", "Patchbay").put("version", "1");
    ObjectNode entry = log.putArray("entries").addObject();
    ObjectNode request = entry.putObject("request");
    request.put("method", verb.name()).put("url", url).put("httpVersion", "HTTP/1.1");
    String type = headers(request.putArray("headers"));
    request.putArray("queryString");
    request.putArray("cookies");
    if (!body.isBlank()) {
      request
          .putObject("postData")
          .put("mimeType", type.isEmpty() ? guess(body) : type)
          .put("text", body);
    }
    ObjectNode response = entry.putObject("response");
    response.put("status", status).put("statusText", "").put("httpVersion", "HTTP/1.1");
    response.putArray("headers");
    response.putArray("cookies");
    response
        .putObject("content")
        .put("size", answer.length())
        .put("mimeType", answer.isBlank() ? "" : guess(answer))
        .put("text", answer);
    return ImportRequest.ofContent(Format.HAR, Json.write(archive));
  }

  /** Adds the headers; gives the content type among them, empty for none. */
  private String headers(ArrayNode target) {
    String type = "";
    for (String line : headers.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new InvalidException(
            "headers", "'%s' is no header: write its name, a colon and its value.".formatted(line));
      }
      String name = line.substring(0, colon).strip();
      String value = line.substring(colon + 1).strip();
      target.addObject().put("name", name).put("value", value);
      if (name.toLowerCase(Locale.ROOT).equals("content-type")) {
        type = value;
      }
    }
    return type;
  }

  private static String guess(String text) {
    String start = text.strip();
    if (start.startsWith("{") || start.startsWith("[")) {
      return JSON;
    }
    if (start.startsWith("<")) {
      return "application/xml";
    }
    return start.matches("[\\w.%+\\[\\]-]+=[^\\s]*") ? FORM : TEXT;
  }
}
