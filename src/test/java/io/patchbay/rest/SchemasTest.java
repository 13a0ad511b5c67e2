package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.patchbay.api.Api;
import io.patchbay.api.ApiEnvironment;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Customization;
import io.patchbay.api.Parameter;
import io.patchbay.api.Policies;
import io.patchbay.api.Proxy;
import io.patchbay.api.RequestBody;
import io.patchbay.api.ResponseShape;
import io.patchbay.api.SecurityScheme;
import io.patchbay.api.Server;
import io.patchbay.api.Tls;
import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import io.patchbay.credential.SignRecipe;
import io.patchbay.flow.BodyStep;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.CallbackStep;
import io.patchbay.flow.ClientCertificateStep;
import io.patchbay.flow.ConditionStep;
import io.patchbay.flow.CredentialStep;
import io.patchbay.flow.FailStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowSettings;
import io.patchbay.flow.ForEachStep;
import io.patchbay.flow.HeadersStep;
import io.patchbay.flow.IdempotencyKeyStep;
import io.patchbay.flow.Link;
import io.patchbay.flow.NoteStep;
import io.patchbay.flow.PolicyStep;
import io.patchbay.flow.QueryStep;
import io.patchbay.flow.RespondStep;
import io.patchbay.flow.ResponseStep;
import io.patchbay.flow.SetStep;
import io.patchbay.flow.SignStep;
import io.patchbay.flow.SubflowStep;
import io.patchbay.flow.SwitchStep;
import io.patchbay.flow.TransformStep;
import io.patchbay.flow.Trigger;
import io.patchbay.flow.TryStep;
import io.patchbay.flow.ValidateStep;
import io.patchbay.flow.WaitStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The published JSON Schemas say what the records say. */
class SchemasTest {

  private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
  private static final JsonNode API = read(SCHEMAS.resolve("patchbay-api-1.schema.json"));
  private static final JsonNode FLOW = read(SCHEMAS.resolve("patchbay-flow-1.schema.json"));

  private static final Map<String, Class<?>> API_TYPES =
      Map.ofEntries(
          Map.entry("noAuth", Auth.None.class),
          Map.entry("basicAuth", Auth.Basic.class),
          Map.entry("bearerAuth", Auth.Bearer.class),
          Map.entry("apiKeyAuth", Auth.ApiKey.class),
          Map.entry("oauth2ClientCredentialsAuth", Auth.OAuth2ClientCredentials.class),
          Map.entry("oauth2AuthorizationCodeAuth", Auth.OAuth2AuthorizationCode.class),
          Map.entry("oauth2JwtBearerAuth", Auth.OAuth2JwtBearer.class),
          Map.entry("oauth2PasswordAuth", Auth.OAuth2Password.class),
          Map.entry("digestAuth", Auth.Digest.class),
          Map.entry("awsSigV4Auth", Auth.AwsSigV4.class),
          Map.entry("hmacAuth", Auth.Hmac.class),
          Map.entry("clientCertificateAuth", Auth.ClientCertificate.class),
          Map.entry("apiKeyKey", Auth.ApiKey.Key.class),
          Map.entry("signRecipe", SignRecipe.class),
          Map.entry("policies", Policies.class),
          Map.entry("retryPolicy", Policies.RetryPolicy.class),
          Map.entry("rateLimit", Policies.RateLimit.class),
          Map.entry("circuitBreaker", Policies.CircuitBreaker.class),
          Map.entry("pagination", Policies.Pagination.class),
          Map.entry("tls", Tls.class),
          Map.entry("proxy", Proxy.class),
          Map.entry("queryCustomization", Customization.Query.class),
          Map.entry("clientCertificateCustomization", Customization.ClientCertificate.class),
          Map.entry("credentialCustomization", Customization.Credential.class),
          Map.entry("bodyCustomization", Customization.Body.class),
          Map.entry("signCustomization", Customization.Sign.class),
          Map.entry("responseCustomization", Customization.Response.class),
          Map.entry("policyCustomization", Customization.Policy.class),
          Map.entry("idempotencyKeyCustomization", Customization.IdempotencyKey.class),
          Map.entry("headersCustomization", Customization.Headers.class),
          Map.entry("method", ApiMethod.class),
          Map.entry("parameter", Parameter.class),
          Map.entry("body", RequestBody.class),
          Map.entry("response", ResponseShape.class),
          Map.entry("server", Server.class),
          Map.entry("serverVariable", Server.Variable.class),
          Map.entry("securityScheme", SecurityScheme.class),
          Map.entry("oauthFlow", SecurityScheme.OAuthFlow.class),
          Map.entry("environment", ApiEnvironment.class),
          Map.entry("encoding", RequestBody.Encoding.class));

  private static final Map<String, Class<?>> FLOW_TYPES =
      Map.ofEntries(
          Map.entry("settings", FlowSettings.class),
          Map.entry("webhookTrigger", Trigger.Webhook.class),
          Map.entry("manualTrigger", Trigger.Manual.class),
          Map.entry("callStep", CallStep.class),
          Map.entry("transformStep", TransformStep.class),
          Map.entry("conditionStep", ConditionStep.class),
          Map.entry("switchStep", SwitchStep.class),
          Map.entry("forEachStep", ForEachStep.class),
          Map.entry("tryStep", TryStep.class),
          Map.entry("subflowStep", SubflowStep.class),
          Map.entry("setStep", SetStep.class),
          Map.entry("validateStep", ValidateStep.class),
          Map.entry("waitStep", WaitStep.class),
          Map.entry("callbackStep", CallbackStep.class),
          Map.entry("concurrency", FlowSettings.Concurrency.class),
          Map.entry("respondStep", RespondStep.class),
          Map.entry("failStep", FailStep.class),
          Map.entry("headersStep", HeadersStep.class),
          Map.entry("queryStep", QueryStep.class),
          Map.entry("bodyStep", BodyStep.class),
          Map.entry("credentialStep", CredentialStep.class),
          Map.entry("clientCertificateStep", ClientCertificateStep.class),
          Map.entry("signStep", SignStep.class),
          Map.entry("idempotencyKeyStep", IdempotencyKeyStep.class),
          Map.entry("responseStep", ResponseStep.class),
          Map.entry("policyStep", PolicyStep.class),
          Map.entry("noteStep", NoteStep.class),
          Map.entry("link", Link.class));

  @Test
  void nameEachComponentOfEachRecordAndNothingElse() {
    assertSame(API, Api.class, "the API");
    assertSame(FLOW, Flow.class, "the flow");
    API_TYPES.forEach((name, type) -> assertSame(API.path("$defs").path(name), type, name));
    // What flows share with APIs is the same text.
    FLOW.path("$defs")
        .properties()
        .forEach(shared -> {
          if (API.path("$defs").has(shared.getKey())) {
            assertThat(shared.getValue()).isEqualTo(API.path("$defs").path(shared.getKey()));
          }
        });
    FLOW_TYPES.forEach((name, type) -> assertSame(FLOW.path("$defs").path(name), type, name));
  }

  @Test
  void knowEachKindOfEachSealedType() {
    assertThat(API.path("$defs").path("auth").path("oneOf").size()).isEqualTo(kinds(Auth.class));
    assertThat(API.path("$defs").path("customization").path("oneOf").size())
        .isEqualTo(kinds(Customization.class));
    assertThat(FLOW.path("$defs").path("trigger").path("oneOf").size())
        .isEqualTo(kinds(Trigger.class));
    var steps = FLOW_TYPES.keySet().stream().filter(name -> name.endsWith("Step")).count();
    assertThat(FLOW.path("$defs").path("step").path("oneOf").size()).isEqualTo((int) steps);
  }

  private static int kinds(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .mapToInt(type -> type.isSealed() ? kinds(type) : 1)
        .sum();
  }

  static Stream<Path> flows() {
    return Stream.of(
        Path.of("src/main/resources/io/patchbay/sample/order-status.flow.yaml"),
        Path.of("src/main/resources/io/patchbay/sample/new-order.flow.yaml"),
        Path.of("src/test/resources/mainjob/issue-to-crm.yaml"));
  }

  static Stream<Path> apis() {
    return Stream.of(Path.of("src/main/resources/io/patchbay/sample/orders.api.yaml"));
  }

  @ParameterizedTest
  @MethodSource("flows")
  void takeEachFlowThatTheServerTakesAndWrites(Path file) {
    assertThat(schema(FLOW).validate(read(file))).isEmpty();
    var written = Json.toTree(Json.convert(read(file), Flow.class));
    assertThat(schema(FLOW).validate(written)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("apis")
  void takeEachApiThatTheServerTakesAndWrites(Path file) {
    assertThat(schema(API).validate(read(file))).isEmpty();
    var written = Json.toTree(Json.convert(read(file), Api.class));
    assertThat(schema(API).validate(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{name: X, nmae: Y}",
        "{name: X, format: patchbay/flow@2}",
        "{name: X, steps: [{kind: call}]}",
        "{name: X, steps: [{kind: script, id: a}]}",
        "{name: X, steps: [{kind: call, id: 1a}]}",
        "{name: X, triggers: [{kind: webhook, id: a, verbs: [GOT]}]}",
        "{name: X, layout: {a: [1]}}"
      })
  void refuseWhatIsNoFlow(String yaml) {
    assertThat(schema(FLOW).validate(Json.readDocument("# a\n" + yaml, JsonNode.class)))
        .isNotEmpty();
  }

  private static void assertSame(JsonNode schema, Class<?> type, String name) {
    var names =
        Arrays.stream(type.getRecordComponents())
            .map(SchemasTest::nameInDocuments)
            .collect(Collectors.toSet());
    if (schema.path("properties").has("kind")) {
      names.add("kind");
    }
    assertThat(schema.path("properties").propertyNames())
        .as(name)
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(schema.path("additionalProperties").asBoolean(true)).as(name).isFalse();
  }

  private static String nameInDocuments(java.lang.reflect.RecordComponent component) {
    try {
      var field = component.getDeclaringRecord().getDeclaredField(component.getName());
      var renamed = field.getAnnotation(JsonProperty.class);
      return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  private static Schema schema(JsonNode document) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(document);
  }

  private static JsonNode read(Path file) {
    try {
      return Json.readDocument(Files.readString(file), JsonNode.class);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }
}
