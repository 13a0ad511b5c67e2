package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of a finished call what may be shown and stored. */
final class Recorder {

  private static final int LONGEST_BODY = 64 * 1024;
  private static final Set<String> SCHEMES =
      Set.of("basic", "bearer", "digest", "negotiate", "token", "apikey", "aws4-hmac-sha256");

  private final LiveSecrets secrets;
  private final Cache<CallLimits, List<SentRequest.Policy>> said =
      Caffeine.newBuilder().weakKeys().build();

  Recorder(LiveSecrets secrets) {
    this.secrets = secrets;
  }

  ApiResponse response(Call call, Answer answer) {
    return new ApiResponse(
        answer.status(),
        answer.headers(),
        answer.body(),
        answer.contentType(),
        answer.bodyBytes(),
        answer.failure(),
        List.copyOf(call.attempts()),
        sent(call),
        call.tokenExchange(),
        call.pages());
  }

  private @Nullable SentRequest sent(Call call) {
    var outgoing = call.lastSent();
    if (outgoing == null) {
      return null;
    }
    var redactor = secrets.redactor(call.request().workspace());
    var body = outgoing.body();
    var headers = new ArrayList<SentRequest.Header>();
    for (var line : outgoing.headers()) {
      var value = line.secret() ? masked(line) : redactor.redact(line.value());
      headers.add(new SentRequest.Header(line.name(), value, line.origin()));
    }
    var sent =
        new SentRequest(
            outgoing.verb(),
            redactor.redact(outgoing.address().shown()),
            headers,
            body == null ? null : text(body, outgoing.headers(), redactor),
            body == null ? null : (long) body.bytes().length,
            body == null || !body.isMultipart() ? null : parts(body, redactor),
            query(call.request(), outgoing.address(), redactor),
            body == null ? null : body.origin(),
            credential(call, outgoing),
            certificate(call, outgoing),
            proxy(call),
            isUnverified(call, outgoing) ? true : null,
            policies(call.limits()));
    var hidden = hidden(call);
    return hidden == Redactor.NONE ? sent : sent.redacted(hidden::redact);
  }

  private List<SentRequest.Policy> policies(CallLimits limits) {
    return limits.levels().isEmpty() ? List.of() : said.get(limits, CallLimits::said);
  }

  /** Customizations may put what is redacted in its own place into others. */
  private static Redactor hidden(Call call) {
    if (!call.isCustomized()) {
      return Redactor.NONE;
    }
    var inputs = call.request().inputs();
    return Redactor.of(
        call.request().method().parameters().stream()
            .filter(parameter -> parameter.redacted() && inputs.containsKey(parameter.name()))
            .map(parameter -> Scalars.text(inputs.get(parameter.name())))
            .toList());
  }

  private static SentRequest.@Nullable Used credential(Call call, Outgoing sent) {
    var isUsed = sent.address().queryOrigins().containsValue(Authenticate.ORIGIN);
    for (var line : sent.headers()) {
      isUsed = isUsed || Authenticate.ORIGIN.equals(line.origin());
    }
    return isUsed
        ? new SentRequest.Used(
            call.identity().isGuest() ? null : call.identity().auth().credentialName().orElse(null),
            call.identity().authOrigin())
        : null;
  }

  private static SentRequest.@Nullable Used certificate(Call call, Outgoing sent) {
    if (call.identity().certificate() == null
        || !sent.address().origin().scheme().equals("https")) {
      return null;
    }
    var isLent = !call.identity().certificates().equals(call.request().workspace());
    return new SentRequest.Used(
        isLent ? null : call.identity().certificate(), call.identity().certificateOrigin());
  }

  private static @Nullable String proxy(Call call) {
    var way = call.way();
    return way == null || way.via() == null ? null : way.via().url();
  }

  private static boolean isUnverified(Call call, Outgoing sent) {
    var way = call.way();
    return way != null
        && way.identity().trustAll()
        && sent.address().origin().scheme().equals("https");
  }

  private static List<SentRequest.Query> query(
      ApiRequest asked, Address address, Redactor redactor) {
    var query = new ArrayList<SentRequest.Query>();
    for (var pair : QueryText.pairs(address.shownPath())) {
      var name = QueryText.nameOf(pair);
      var from = address.queryOrigins().get(name);
      query.add(
          new SentRequest.Query(
              redactor.redact(name),
              redactor.redact(QueryText.valueOf(pair)),
              from == null ? usualOrigin(asked, name) : from));
    }
    return query;
  }

  /** A name that is written into the path is the method's own, unless it has an input's value. */
  private static String usualOrigin(ApiRequest asked, String name) {
    return asked.method().path().contains(name + "=")
            && asked.method().parameters().stream().noneMatch(p -> p.sentAs().equals(name))
        ? "method"
        : "input";
  }

  /** The scheme of an Authorization header is no secret, and often what is wrong with it. */
  private static String masked(HeaderLine line) {
    var blank = line.value().indexOf(' ');
    var isScheme =
        line.key().endsWith("authorization")
            && blank > 0
            && SCHEMES.contains(line.value().substring(0, blank).toLowerCase(Locale.ROOT));
    return isScheme ? line.value().substring(0, blank + 1) + SentRequest.MASK : SentRequest.MASK;
  }

  private static String text(Body body, HeaderLines headers, Redactor redactor) {
    if (body.shown() != null) {
      return shortened(redactor.redact(body.shown()));
    }
    var line = headers.find("content-type");
    var type = line == null ? "" : line.value();
    if (!type.isEmpty() && !MediaType.isText(type)) {
      return redactor.occursIn(body.bytes())
          ? SentRequest.MASK
          : shortened(Base64.getEncoder().encodeToString(body.bytes()));
    }
    return shortened(redactor.redact(new String(body.bytes(), charset(type))));
  }

  private static Charset charset(String type) {
    return MediaType.charsetName(type).flatMap(MediaType::charset).orElse(StandardCharsets.UTF_8);
  }

  private static List<SentRequest.Part> parts(Body body, Redactor redactor) {
    return body.parts().stream()
        .map(part ->
            new SentRequest.Part(
                redactor.redact(part.name()),
                part.filename() == null ? null : redactor.redact(part.filename()),
                part.contentType(),
                part.bytes(),
                part.value() == null ? null : shortened(redactor.redact(part.value()))))
        .toList();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_BODY ? text : text.substring(0, LONGEST_BODY);
  }
}
