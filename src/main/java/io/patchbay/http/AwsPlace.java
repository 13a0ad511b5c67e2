package io.patchbay.http;

import io.patchbay.common.InvalidException;
import io.patchbay.credential.Auth;
import io.patchbay.credential.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The region and the service that an AWS signature is for. */
public record AwsPlace(String region, String service) {

  /** Where services without a region of their own are. */
  private static final String GLOBAL = "us-east-1";

  private static final Pattern REGION = Pattern.compile("[a-z]{2,3}(-[a-z]+)+-\\d+");
  private static final List<String> SUFFIXES =
      List.of(
          ".vpce.amazonaws.com",
          ".amazonaws.com",
          ".amazonaws.com.cn",
          ".api.aws",
          ".on.aws",
          ".api.amazonwebservices.com.cn");

  /** Services whose signing name is not the one in their addresses. */
  private static final Map<String, String> SIGNED_AS =
      Map.ofEntries(
          Map.entry("lambda-url", "lambda"),
          Map.entry("bedrock-runtime", "bedrock"),
          Map.entry("bedrock-agent", "bedrock"),
          Map.entry("bedrock-agent-runtime", "bedrock"),
          Map.entry("appsync-api", "appsync"),
          Map.entry("email", "ses"),
          Map.entry("iot-data", "iotdata"),
          Map.entry("api.ecr", "ecr"),
          Map.entry("runtime.sagemaker", "sagemaker"),
          Map.entry("runtime.lex", "lex"),
          Map.entry("streams.dynamodb", "dynamodb"),
          Map.entry("s3-accelerate", "s3"),
          Map.entry("s3-website", "s3"));

  boolean isS3() {
    return service.equals("s3") || service.equals("s3express") || service.equals("s3-outposts");
  }

  /** As the API says, and from the host name what it leaves out; empty when neither tells. */
  static Optional<AwsPlace> of(Auth.AwsSigV4 auth, String host) {
    var region = text(auth.region());
    var service = text(auth.service());
    if (region.isPresent() && service.isPresent()) {
      return Optional.of(new AwsPlace(region.get(), service.get()));
    }
    return ofHost(host)
        .map(found -> new AwsPlace(region.orElse(found.region()), service.orElse(found.service())));
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** What the host of an address tells; empty when it is none of AWS. */
  public static Optional<AwsPlace> ofUrl(String address) {
    try {
      return ofHost(Origin.of(address).host());
    } catch (InvalidException _) {
      return Optional.empty();
    }
  }

  /** As the addresses of AWS are built: [resource.]service.region.amazonaws.com. */
  static Optional<AwsPlace> ofHost(String host) {
    return SUFFIXES.stream()
        .filter(host::endsWith)
        .findFirst()
        .map(suffix -> host.substring(0, host.length() - suffix.length()))
        .map(rest -> ofLabels(Arrays.asList(rest.split("\\."))));
  }

  private static AwsPlace ofLabels(List<String> labels) {
    var last = labels.size() - 1;
    for (int i = last; i >= 0; i--) {
      var label = labels.get(i);
      if (REGION.matcher(label).matches()) {
        // OpenSearch domains are the other way round: domain.region.es.amazonaws.com.
        return i < last
            ? new AwsPlace(label, signedAs(labels.subList(0, last + 1), last))
            : new AwsPlace(label, signedAs(labels, i - 1));
      }
      if (label.startsWith("s3-") && REGION.matcher(label.substring(3)).matches()) {
        return new AwsPlace(label.substring(3), "s3");
      }
    }
    return new AwsPlace(GLOBAL, signedAs(labels, last));
  }

  private static String signedAs(List<String> labels, int at) {
    if (at < 0) {
      return "";
    }
    var label = labels.get(at);
    if (label.equals("dualstack")) {
      return signedAs(labels, at - 1);
    }
    var name = label.endsWith("-fips") ? label.substring(0, label.length() - 5) : label;
    var longer = at > 0 ? labels.get(at - 1) + "." + name : name;
    return SIGNED_AS.getOrDefault(longer, SIGNED_AS.getOrDefault(name, name));
  }
}
