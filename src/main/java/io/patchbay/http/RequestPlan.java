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
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** A method of an API prepared for calls, so that a call itself parses nothing. */
final class RequestPlan {

  private static final HeaderLines DEFAULTS =
      HeaderLines.NONE
          .with(HeaderLine.of("Accept", "application/json, */*;q=0.8", "patchbay", false))
          .with(HeaderLine.of("Accept-Encoding", "gzip, deflate", "patchbay", false))
          .with(HeaderLine.of("User-Agent", "Patchbay/1.0", "patchbay", false));

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]+)}");

  private final String verb;
  private final Origin origin;
  private final @Nullable Origin apiOrigin;
  private final HttpHost host;
  private final PathTemplate path;
  private final List<ParameterPlan> query = new ArrayList<>();
  private final List<ParameterPlan> headers = new ArrayList<>();
  private final List<ParameterPlan> cookies = new ArrayList<>();
  private final HeaderTemplates templates;
  private final @Nullable HeaderLines constant;
  private final BodyPlan body;
  private final boolean hasSecretAddress;
  private final CallLimits limits;
  private final List<CustomizationPlan> customizations;

  /**
   * @throws CallRefused when the definition cannot be called as it is
   */
  RequestPlan(Api api, ApiMethod method) {
    this.verb = method.verb().name();
    var baseUrl = baseUrl(api, method);
    this.origin = Origin.of(baseUrl);
    this.apiOrigin = method.baseUrl() == null ? origin : apiOrigin(api);
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
    this.body = new BodyPlan(api, method);
    this.hasSecretAddress = method.parameters().stream().anyMatch(Parameter::redacted);
    this.limits = CallLimits.of(api, method);
    this.customizations =
        Stream.of(
                CustomizationPlan.of(Level.API, api.customizations()),
                CustomizationPlan.of(Level.METHOD, method.customizations()))
            .filter(plan -> !plan.isEmpty())
            .toList();
  }

  /** Where the method is sent to. */
  Origin origin() {
    return origin;
  }

  /** Where the API is; the method may be elsewhere. */
  Origin apiOrigin() {
    return apiOrigin == null ? origin : apiOrigin;
  }

  CallLimits limits() {
    return limits;
  }

  /** Those of the API, then those of the method; levels without any are left out. */
  List<CustomizationPlan> customizations() {
    return customizations;
  }

  BodyPlan body() {
    return body;
  }

  /**
   * The request with all inputs in their places.
   *
   * @throws CallRefused when an input is missing or cannot be sent
   */
  Outgoing fill(ApiRequest request) {
    var below = constant == null ? templates.over(DEFAULTS, scope(request)) : constant;
    var lines = withInputs(below, request);
    var typed = typeByHand(lines);
    var filled = body.write(request.body(), typed == null ? null : typed.value());
    if (filled != null && filled.contentType() != null && (typed == null || filled.isMultipart())) {
      lines = lines.with(HeaderLine.of("Content-Type", filled.contentType(), "method", false));
    }
    return new Outgoing(verb, address(request), lines, filled);
  }

  /** The names that headers of API and method see: the API's variables are there as {@code env}. */
  static Map<String, @Nullable Object> scope(ApiRequest request) {
    var scope = new HashMap<String, @Nullable Object>(request.scope());
    scope.put("env", request.api().variables());
    return scope;
  }

  /** A method knows better than the headers of its API what it sends. */
  @Nullable HeaderLine typeByHand(HeaderLines lines) {
    var line = lines.find("content-type");
    return line != null && body.isDefined() && "api".equals(line.origin()) ? null : line;
  }

  private Address address(ApiRequest request) {
    var real = new StringBuilder(128);
    var shown = hasSecretAddress ? new StringBuilder(128) : null;
    path.write(request, real, shown);
    for (var plan : query) {
      var value = plan.value(request);
      if (!Expression.ABSENT.equals(value)) {
        plan.pairs(value, (name, text) -> append(real, name, text));
        if (shown != null) {
          var isSecret = plan.parameter().redacted();
          plan.pairs(
              value, (name, text) -> append(shown, name, isSecret ? SentRequest.MASK : text));
        }
      }
    }
    var address = real.toString();
    return new Address(origin, host, address, shown == null ? address : shown.toString());
  }

  private static void append(StringBuilder address, String name, String encoded) {
    Address.startPair(address).append(PercentCode.encode(name)).append('=').append(encoded);
  }

  private HeaderLines withInputs(HeaderLines below, ApiRequest request) {
    var lines = below;
    for (var plan : headers) {
      var value = plan.value(request);
      if (!Expression.ABSENT.equals(value)) {
        var text = ParameterStyle.header(value, plan.explode());
        lines =
            lines.with(HeaderLine.of(plan.sentAs(), text, "input", plan.parameter().redacted()));
      }
    }
    for (var plan : cookies) {
      var value = plan.value(request);
      if (!Expression.ABSENT.equals(value)) {
        var cookies = new StringJoiner("; ");
        plan.pairs(value, (name, text) -> cookies.add(name + "=" + text));
        lines = cookies.length() == 0 ? lines : Cookies.with(lines, cookies.toString(), "input");
      }
    }
    return lines;
  }

  private static URI baseUrl(Api api, ApiMethod method) {
    var own = method.baseUrl();
    return own == null
        ? address(api.baseUrl(), "API '%s'".formatted(api.name()))
        : address(own, "method '%s'".formatted(method.name()));
  }

  private static @Nullable Origin apiOrigin(Api api) {
    try {
      return Origin.of(address(api.baseUrl(), "API"));
    } catch (CallRefused _) {
      return null;
    }
  }

  private static URI address(String baseUrl, String owner) {
    var open = VARIABLE.matcher(baseUrl);
    if (open.find()) {
      throw CallRefused.configuration(
          "The base URL '%s' of %s needs the variable '%s', which has no value. Give it one in the API or in the environment."
              .formatted(baseUrl, owner, open.group(1)));
    }
    try {
      var url = new URI(baseUrl.strip());
      var _ = Origin.of(url);
      return url;
    } catch (URISyntaxException | InvalidException _) {
      throw CallRefused.configuration(
          "The base URL '%s' of %s is no absolute http or https address."
              .formatted(baseUrl, owner));
    }
  }
}
