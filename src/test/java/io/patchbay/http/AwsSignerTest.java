package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.credential.Auth;
import io.patchbay.credential.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * AWS Signature Version 4 against values that others computed: the requests and signatures of the
 * suite that AWS publishes (aws-sig-v4-test-suite, as it stands in awslabs/aws-c-auth under
 * tests/aws-signing-test-suite/v4), and of the examples in the Amazon S3 API reference.
 */
class AwsSignerTest {

  private static final Instant SUITE_TIME = Instant.parse("2015-08-30T12:36:00Z");
  private static final Instant S3_TIME = Instant.parse("2013-05-24T00:00:00Z");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "get-vanilla-query | GET / | | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "get-relative-relative-normalized | GET /example1/example2/../.. | | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "get-slashes-normalized | GET //example// | | 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84",
        "get-space-normalized | GET /example space/ | | 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741",
        "get-unreserved | GET /-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz | | 07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
        "get-utf8 | GET /ሴ | | 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
        "get-vanilla-empty-query-key | GET /?Param1=value1 | | a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb",
        "get-vanilla-query-order-encoded | GET /?Param-3=Value3&Param=Value2&%E1%88%B4=Value1 | | 371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac",
        "get-vanilla-query-order-key-case | GET /?Param2=value2&Param1=value1 | | b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        "get-vanilla-query-unreserved | GET /?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz | | 9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197",
        "get-vanilla-utf8-query | GET /?ሴ=bar | | 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
        "get-header-key-duplicate | GET / | My-Header1:value2,value2,value1 | c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
        "get-header-value-order | GET / | My-Header1:value4,value1,value3,value2 | 08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01",
        "get-header-value-trim | GET / | My-Header1: value1;My-Header2: \"a   b   c\" | acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
        "get-vanilla-with-session-token | GET / | TOKEN | 07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8",
        "post-vanilla | POST / | | 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        "post-vanilla-query | POST /?Param1=value1 | | 28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11",
        "post-header-value-case | POST / | My-Header1:VALUE1 | cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
        "post-x-www-form-urlencoded | POST / Param1=value1 | Content-Type:application/x-www-form-urlencoded;Content-Length:13;X-Amz-Content-Sha256:9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e | d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b",
      })
  void makesTheSignaturesOfThePublishedSuite(
      String name, String request, String headers, String signature) {
    var isWithToken = "TOKEN".equals(headers);
    var signer =
        new AwsSigner(
            "AKIDEXAMPLE",
            "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            isWithToken ? "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267" : null,
            new AwsPlace("us-east-1", "service"));
    var outgoing = outgoing("example.amazonaws.com", request, isWithToken ? null : headers);

    var signed = signer.sign(outgoing, SUITE_TIME);

    assertThat(signed.headers().find("x-amz-date").value()).isEqualTo("20150830T123600Z");
    assertThat(signed.headers().find("authorization").value())
        .startsWith(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=")
        .endsWith(", Signature=" + signature);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /test.txt | Range:bytes=0-9 | f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        "PUT /test%24file.text Welcome to Amazon S3. | Date:Fri, 24 May 2013 00:00:00 GMT;X-Amz-Storage-Class:REDUCED_REDUNDANCY | 98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
        "GET /?lifecycle | | fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
        "GET /?max-keys=2&prefix=J | | 34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
      })
  void makesTheSignaturesOfTheExamplesOfS3(String request, String headers, String signature) {
    var signer =
        new AwsSigner(
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            null,
            AwsPlace.ofHost("examplebucket.s3.amazonaws.com").orElseThrow());

    var signed = signer.sign(outgoing("examplebucket.s3.amazonaws.com", request, headers), S3_TIME);

    assertThat(signed.headers().find("authorization").value()).endsWith(", Signature=" + signature);
  }

  @ParameterizedTest
  @CsvSource({
    "abc123.execute-api.eu-central-1.amazonaws.com, eu-central-1, execute-api",
    "s3.amazonaws.com, us-east-1, s3",
    "s3.eu-west-1.amazonaws.com, eu-west-1, s3",
    "s3-eu-west-1.amazonaws.com, eu-west-1, s3",
    "my.bucket.s3.eu-west-1.amazonaws.com, eu-west-1, s3",
    "bucket.s3-us-gov-west-1.amazonaws.com, us-gov-west-1, s3",
    "bucket.s3.dualstack.ap-southeast-2.amazonaws.com, ap-southeast-2, s3",
    "s3-fips.us-east-2.amazonaws.com, us-east-2, s3",
    "bucket.s3.cn-north-1.amazonaws.com.cn, cn-north-1, s3",
    "lambda.us-east-2.amazonaws.com, us-east-2, lambda",
    "xyz.lambda-url.eu-west-1.on.aws, eu-west-1, lambda",
    "sts.amazonaws.com, us-east-1, sts",
    "sts.eu-north-1.amazonaws.com, eu-north-1, sts",
    "iam.amazonaws.com, us-east-1, iam",
    "dynamodb.us-west-2.amazonaws.com, us-west-2, dynamodb",
    "streams.dynamodb.us-west-2.amazonaws.com, us-west-2, dynamodb",
    "email.us-west-2.amazonaws.com, us-west-2, ses",
    "runtime.sagemaker.us-west-2.amazonaws.com, us-west-2, sagemaker",
    "search-logs-abc.us-east-1.es.amazonaws.com, us-east-1, es",
    "vpce-1-2.execute-api.us-east-1.vpce.amazonaws.com, us-east-1, execute-api",
    "bedrock-runtime.us-east-1.amazonaws.com, us-east-1, bedrock",
    "lambda.us-east-1.api.aws, us-east-1, lambda"
  })
  void knowsRegionAndServiceFromTheHost(String host, String region, String service) {
    assertThat(AwsPlace.ofHost(host)).contains(new AwsPlace(region, service));
  }

  @Test
  void whatTheApiSaysBeatsTheHost() {
    var auth = new Auth.AwsSigV4("key", "eu-south-2", null);

    assertThat(AwsPlace.of(auth, "sqs.us-east-1.amazonaws.com"))
        .contains(new AwsPlace("eu-south-2", "sqs"));
    assertThat(AwsPlace.of(auth, "api.example.com")).isEmpty();
    assertThat(AwsPlace.of(new Auth.AwsSigV4("key", "eu-south-2", "execute-api"), "example.com"))
        .contains(new AwsPlace("eu-south-2", "execute-api"));
  }

  private static Outgoing outgoing(String host, String request, String headers) {
    var verb = request.substring(0, request.indexOf(' '));
    var rest = request.substring(request.indexOf(' ') + 1);
    var hasBody = verb.equals("PUT") || (rest.contains("Param1=value1") && !rest.contains("?"));
    var blank = hasBody ? rest.indexOf(' ') : -1;
    var path = blank < 0 ? rest : rest.substring(0, blank);
    var body = blank < 0 ? null : rest.substring(blank + 1).getBytes(StandardCharsets.UTF_8);
    var lines = HeaderLines.NONE;
    for (var header : headers == null ? new String[0] : headers.split(";")) {
      var colon = header.indexOf(':');
      var name = header.substring(0, colon);
      // Content-Length is set by the connection; the suite signs it all the same.
      lines =
          lines.with(
              new HeaderLine(
                  name,
                  name.toLowerCase(Locale.ROOT),
                  header.substring(colon + 1),
                  "method",
                  false));
    }
    return new Outgoing(
        verb,
        Address.of(Origin.of("https://" + host), path),
        lines,
        body == null ? null : Body.of(body, null));
  }
}
