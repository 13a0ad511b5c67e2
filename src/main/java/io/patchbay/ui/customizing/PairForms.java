package io.patchbay.ui.customizing;

import com.vaadin.flow.component.Component;
import io.patchbay.api.Customization;
import java.util.List;
import java.util.Map;

/** The forms of headers and query: names that are set, added or taken away. */
final class PairForms {

  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept-Language",
          "Authorization",
          "Cache-Control",
          "Content-Type",
          "Idempotency-Key",
          "If-Match",
          "If-None-Match",
          "Origin",
          "Prefer",
          "Referer",
          "traceparent",
          "User-Agent",
          "X-Api-Version",
          "X-Correlation-Id",
          "X-Forwarded-For",
          "X-Request-Id",
          "X-Tenant-Id");

  private PairForms() {}

  static Component headers(Edited<Customization.Headers> edited) {
    var now = edited.now();
    return FormParts.form(
        new PairRows(
            edited.fields(),
            "header",
            List.of(PairRows.Act.values()),
            () -> HEADERS,
            new PairRows.Pairs(now.set(), now.append(), now.remove()),
            pairs ->
                edited.change(
                    "set",
                    headers ->
                        new Customization.Headers(
                            headers.name(), pairs.set(), pairs.append(), pairs.remove()))),
        FormParts.hint("An expression without a value sends no header."));
  }

  static Component query(Edited<Customization.Query> edited) {
    var now = edited.now();
    return FormParts.form(
        new PairRows(
            edited.fields(),
            "parameter",
            List.of(PairRows.Act.values()),
            edited.parameters(),
            new PairRows.Pairs(now.set(), now.append(), now.remove()),
            pairs ->
                edited.change(
                    "set",
                    query ->
                        new Customization.Query(
                            query.name(), pairs.set(), pairs.append(), pairs.remove()))),
        FormParts.hint("An expression without a value sends no parameter."));
  }

  /** The headers of an answer. */
  static PairRows answer(Edited<Customization.Response> edited) {
    var now = edited.now();
    return new PairRows(
        edited.fields(),
        "header",
        List.of(PairRows.Act.SET, PairRows.Act.REMOVE),
        () -> List.of("Content-Type", "Link", "Location", "Retry-After"),
        new PairRows.Pairs(now.set(), Map.of(), now.remove()),
        pairs ->
            edited.change(
                "set",
                response ->
                    new Customization.Response(
                        response.name(),
                        response.when(),
                        response.status(),
                        pairs.set(),
                        pairs.remove(),
                        response.body(),
                        response.fail())));
  }
}
