package io.patchbay.http;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Parameter;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.Origin;
import io.patchbay.expression.Expression;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** A method of an API prepared for calls, so that a call itself parses nothing. */
final class RequestPlan {

  private static final HeaderLines DEFAULTS =
      HeaderLines.NONE
          .with(HeaderLine.of("Accept", "application/json, */*;q=0.8", "patchbay", false))
          .with(HeaderLine.of("Accept-Encoding", "gzip, deflate", "patchbay", false))
          .with(HeaderLine.of("User-Agent", "Patchbay/1.0", "patchbay", false));

  private final String verb;
  private final Origin origin;
  private final HttpHost host;
  private final PathTemplate path;
  private final List<ParameterPlan> query = new ArrayList<>();
  private final List<ParameterPlan> headers = new ArrayList<>();
  private final List<ParameterPlan> cookies = new ArrayList<>();
  private final HeaderTemplates templates;
  private final @Nullable HeaderLines constant;
  private final HeaderLine contentType;
  private final boolean hasSecretAddress;
  private final CallLimits limits;

  /**
   * @throws CallRefused when the definition cannot be called as it is
   */
  RequestPlan(Api api, ApiMethod method) {
    this.verb = method.verb().name();
    var baseUrl = baseUrl(api);
    this.origin = Origin.of(baseUrl);
    this.host = Address.hostOf(origin);
    var places = new HashMap<String, ParameterPlan>();
    for (var parameter : method.parameters()) {
      var plan = ParameterPlan.of(parameter);
      switch (parameter.in()) {
        case PATH -> places.put(plan.sentAs(), plan);
        case QUERY -> query.add(plan);
        case HEADER -> headers.add(plan);
        case COOKIE -> cookies.add(plan);
      }
    }
    var basePath = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath();
    this.path = PathTemplate.of(basePath, method.path(), places);
    this.templates =
        new HeaderTemplates().add(api.headers(), "api").add(method.headers(), "method");
    this.constant = templates.isConstant() ? templates.over(DEFAULTS, Map.of()) : null;
    this.contentType =
        HeaderLine.of("Content-Type", BodyWriter.contentType(method.body()), "method", false);
    this.hasSecretAddress = method.parameters().stream().anyMatch(Parameter::redacted);
    this.limits = CallLimits.of(method.policies(), api.policies());
  }

  Origin origin() {
    return origin;
  }

  CallLimits limits() {
    return limits;
  }

  /**
   * The request with all inputs in their places.
   *
   * @throws CallRefused when an input is missing or cannot be sent
   */
  Outgoing fill(ApiRequest request) {
    var body = BodyWriter.write(request);
    var lines = constant == null ? templates.over(DEFAULTS, request.scope()) : constant;
    if (body != null && lines.find("content-type") == null) {
      lines = lines.with(contentType);
    }
    return new Outgoing(verb, address(request), withInputs(lines, request), body);
  }

  private Address address(ApiRequest request) {
    var real = new StringBuilder(128);
    var shown = hasSecretAddress ? new StringBuilder(128) : null;
    path.write(request, real, shown);
    for (var plan : query) {
      var value = plan.value(request);
      if (!Expression.ABSENT.equals(value)) {
        append(real, plan, value);
        if (shown != null) {
          append(shown, plan, plan.parameter().redacted() ? SentRequest.MASK : value);
        }
      }
    }
    var address = real.toString();
    return new Address(origin, host, address, shown == null ? address : shown.toString());
  }

  private static void append(StringBuilder address, ParameterPlan plan, @Nullable Object value) {
    var start = address.length();
    ParameterStyle.query(address, plan.sentAs(), value, plan.style(), plan.explode());
    if (address.length() > start && address.lastIndexOf("?", start) < 0) {
      address.setCharAt(start, '?');
    }
  }

  private HeaderLines withInputs(HeaderLines below, ApiRequest request) {
    var lines = below;
    for (var plan : headers) {
      var value = plan.value(request);
      if (!Expression.ABSENT.equals(value) && value != null) {
        var text = ParameterStyle.header(value, plan.explode());
        lines =
            lines.with(HeaderLine.of(plan.sentAs(), text, "input", plan.parameter().redacted()));
      }
    }
    for (var plan : cookies) {
      var value = plan.value(request);
      if (!Expression.ABSENT.equals(value)) {
        var text = plan.sentAs() + "=" + PercentCode.encode(Scalars.text(value));
        lines = Cookies.with(lines, text, "input");
      }
    }
    return lines;
  }

  private static URI baseUrl(Api api) {
    try {
      var url = new URI(api.baseUrl().strip());
      var _ = Origin.of(url);
      return url;
    } catch (URISyntaxException | InvalidException _) {
      throw CallRefused.configuration(
          "The base URL '%s' of API '%s' is no absolute http or https address."
              .formatted(api.baseUrl(), api.name()));
    }
  }
}
