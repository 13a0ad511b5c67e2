package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiService;
import io.patchbay.api.Verb;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.credential.CredentialService;
import io.patchbay.testing.IntegrationTest;
import io.patchbay.testing.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was chosen of a source is kept as it was read, all of it or nothing. */
@IntegrationTest
class ImportIT {

  @Autowired JdbcClient jdbc;
  @Autowired ImportService imports;
  @Autowired ApiService apis;
  @Autowired CredentialService credentials;

  private Access access;

  @BeforeEach
  void enter() {
    access = TestWorkspace.create(jdbc);
  }

  @Test
  void whatWasChosenIsKeptWithTheSchemasThatItNeeds() {
    var source = ImportRequest.ofFile("pets.json", document(pets()));
    var read = imports.read(access, source);
    var choice = ImportChoice.of(read.apis().getFirst()).withMethods(Set.of("getPet"));

    var saved = imports.save(access, source, read, List.of(choice)).getFirst();

    assertThat(saved.slug()).isEqualTo("pets");
    assertThat(saved.api().methods()).extracting(ApiMethod::name).containsExactly("getPet");
    assertThat(saved.api().schemas()).containsOnlyKeys("Pet", "Tag");
  }

  @Test
  void aTakenNameIsRefusedWithAnother() {
    var source = ImportRequest.ofFile("pets.json", document(pets()));
    var read = imports.read(access, source);
    var choice = List.of(ImportChoice.of(read.apis().getFirst()));
    imports.save(access, source, read, choice);

    assertThatThrownBy(() -> imports.save(access, source, read, choice))
        .isInstanceOf(ConflictException.class)
        .hasMessage("There is an API 'pets' already; 'pets-2' is free.");
    assertThat(imports.read(access, source).apis().getFirst().api().slug()).isEqualTo("pets-2");
  }

  @Test
  void nothingIsKeptWhenOneOfSeveralIsWrong() {
    var source = ImportRequest.ofFile("pets.json", document(pets()));
    var read = imports.read(access, source);
    var good = ImportChoice.of(read.apis().getFirst()).withSlug("good");
    var bad = good.withSlug("bad").withBaseUrl("/v1");

    assertThatThrownBy(() -> imports.save(access, source, read, List.of(good, bad)))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("Give the base URL");
    assertThat(apis.list(access, null)).isEmpty();
  }

  @Test
  void methodsAreAddedToAnApiThatIsThere() {
    apis.put(
        access,
        "shop",
        Api.of("Shop", "shop", "https://shop.example")
            .with(parts -> {
              parts.methods = List.of(method("getPet", "Pet"));
              parts.schemas = Map.of("Pet", Json.MAPPER.readTree("{\"type\":\"string\"}"));
            }),
        null);
    var source = ImportRequest.ofFile("pets.json", document(pets()));
    var read = imports.read(access, source);

    var choice = ImportChoice.of(read.apis().getFirst()).withInto("shop");
    var saved = imports.save(access, source, read, List.of(choice)).getFirst().api();

    assertThat(saved.methods())
        .extracting(ApiMethod::name)
        .containsExactly("getPet", "getPet2", "getOwner");
    assertThat(saved.method("getPet2").orElseThrow().baseUrl())
        .isEqualTo("https://pets.example/v1");
    assertThat(Json.write(saved.method("getPet2").orElseThrow())).contains("#/schemas/Pet2");
    assertThat(saved.schemas().get("Pet").path("type").stringValue()).isEqualTo("string");
  }

  @Test
  void aSecretInTheSourceGoesIntoTheVaultOrNowhere() {
    var secret = "s3cr3t-token-of-mine-0815";
    var source =
        ImportRequest.ofContent(
            Format.AUTO,
            "curl https://pets.example/v1/pets -H 'Authorization: Bearer %s'".formatted(secret));
    var read = imports.read(access, source);
    var choice = ImportChoice.of(read.apis().getFirst());

    imports.save(access, source, read, List.of(choice.withSlug("without")));
    assertThat(credentials.list(access, null)).isEmpty();
    var kept =
        imports.save(access, source, read, List.of(choice.withSlug("with").withCredential(true)));

    var credential = credentials.list(access, null).getFirst();
    assertThat(credential.settings().kind()).isEqualTo("bearer");
    assertThat(kept.getFirst().api().auth().credentialName()).hasValue(credential.name());
    assertThat(jdbc.sql("select base from api_sources").query(String.class).list())
        .allSatisfy(base -> assertThat(base).doesNotContain(secret));
    assertThat(Json.write(kept.getFirst().api())).doesNotContain(secret);
  }

  @Test
  void onlyEditorsImport() {
    var viewer = TestWorkspace.as(Role.OPERATOR, access);

    assertThatThrownBy(() -> imports.read(viewer, ImportRequest.ofFile("a.json", document(pets()))))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void whatIsNoDescriptionIsNamed() {
    assertThatThrownBy(() ->
            imports.read(access, ImportRequest.ofContent(Format.AUTO, "{\"asyncapi\":\"3.0.0\"}")))
        .hasMessageContaining("This is an AsyncAPI document");
  }

  private static byte[] document(Api api) {
    return Json.write(api).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Api pets() {
    return Api.of("Pets", "pets", "https://pets.example/v1")
        .with(parts -> {
          parts.methods = List.of(method("getPet", "Pet"), method("getOwner", "Owner"));
          parts.schemas =
              Map.of(
                  "Pet", Json.MAPPER.readTree("{\"$ref\":\"#/schemas/Tag\"}"),
                  "Tag", Json.MAPPER.readTree("{\"type\":\"integer\"}"),
                  "Owner", Json.MAPPER.readTree("{\"type\":\"object\"}"));
        });
  }

  private static ApiMethod method(String name, String schema) {
    return Json.convert(
            Json.MAPPER.readTree(
                "{\"name\":\"%s\",\"path\":\"/%s\",\"responses\":[{\"status\":\"200\",\"schema\":{\"$ref\":\"#/schemas/%s\"}}]}"
                    .formatted(name, name, schema)),
            ApiMethod.class)
        .with(parts -> parts.verb = Verb.GET);
  }
}
