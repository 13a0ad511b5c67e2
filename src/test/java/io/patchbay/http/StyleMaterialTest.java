package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.common.Ids;
import io.patchbay.common.WorkspaceId;
import io.patchbay.expression.Expression;
import io.patchbay.importing.Descriptions;
import io.patchbay.testing.Material;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A published description of every style, imported and filled in: what would be on the wire. */
class StyleMaterialTest {

  private static final String FILE = "openapi/oas-examples__parameters-style.json";

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      textBlock =
          """
          paths_standard /anything/path/blue/blue,black/R,100,G,200
          paths_matrix_nonExploded /anything/path/matrix/;primitive=blue/;array=blue,black/;object=R,100,G,200
          paths_matrix_exploded /anything/path/matrix/;primitive=blue/;array=blue;array=black/;R=100;G=200
          paths_label_nonExploded /anything/path/label/.blue/.blue,black/.R,100,G,200
          paths_label_exploded /anything/path/label/.blue/.blue.black/.R=100.G=200
          paths_simple_nonExploded /anything/path/simple/blue/blue,black/R,100,G,200
          paths_simple_exploded /anything/path/simple/blue/blue,black/R=100,G=200
          query_standard /anything/query?primitive=blue&array=blue&array=black&R=100&G=200
          query_form_nonExploded /anything/query/form?primitive=blue&array=blue,black&object=R,100,G,200
          query_form_exploded /anything/query/form?primitive=blue&array=blue&array=black&R=100&G=200
          query_spaceDelimited_nonExploded /anything/query/spaceDelimited?array=blue%20black&object=R%20100%20G%20200
          query_pipeDelimited_nonExploded /anything/query/pipeDelimited?array=blue%7Cblack&object=R%7C100%7CG%7C200
          query_deepObject_nonExploded /anything/query/deepObject?object%5BR%5D=100&object%5BG%5D=200
          """)
  void fillsAddresses(String operation, String expected) throws IOException {
    assertThat(send(operation).address().path()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cookies_standard | primitive=blue; array=blue; array=black; R=100; G=200
          cookies_form_nonExploded | primitive=blue; array=blue,black; object=R,100,G,200
          cookies_form_exploded | primitive=blue; array=blue; array=black; R=100; G=200
          """)
  void fillsCookies(String operation, String expected) throws IOException {
    var sent = send(operation);

    assertThat(sent.headers().find("cookie").value()).isEqualTo(expected);
    assertThat(sent.address().path()).isEqualTo("/cookies");
  }

  @Test
  void fillsHeaders() throws IOException {
    assertThat(send("headers_standard").headers().find("object").value()).isEqualTo("R,100,G,200");
    assertThat(send("headers_simple_nonExploded").headers().find("object").value())
        .isEqualTo("R,100,G,200");
    assertThat(send("headers_simple_exploded").headers().find("object").value())
        .isEqualTo("R=100,G=200");
    assertThat(send("headers_simple_exploded").headers().find("array").value())
        .isEqualTo("blue,black");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          formData_standard ~ primitive=blue; array=blue; array=black; object={"R":100,"G":200}
          formData_form_nonExploded ~ primitive=blue; array=blue,black; object=R,100,G,200
          form_data_form_exploded ~ primitive=blue; array=blue; array=black; R=100; G=200
          formData_spaceDelimited_nonExploded ~ primitive=blue; array=blue black; object=R 100 G 200
          form_data_pipeDelimited_nonExploded ~ primitive=blue; array=blue|black; object=R|100|G|200
          form_data_deepObject_exploded ~ primitive=blue; array[]=blue; array[]=black; object[R]=100; object[G]=200
          """)
  void fillsParts(String operation, String expected) throws IOException {
    var body = send(operation).body();

    assertThat(
            body.parts().stream()
                .map(part -> part.name() + "=" + part.value())
                .collect(Collectors.joining("; ")))
        .isEqualTo(expected);
    assertThat(new String(body.bytes(), StandardCharsets.UTF_8))
        .contains("Content-Disposition: form-data; name=\"primitive\"\r\n\r\nblue\r\n");
  }

  private static Outgoing send(String operation) throws IOException {
    Api api = Descriptions.read(Material.file(FILE)).api();
    ApiMethod method = api.method(operation).orElseThrow();
    var inputs = new HashMap<String, @Nullable Object>();
    method.parameters().forEach(p -> inputs.put(p.name(), values().get(p.name())));
    var workspace = new WorkspaceId(new Ids(InstantSource.system()).next());
    return new RequestPlan(api, method)
        .fill(
            new ApiRequest(
                workspace,
                workspace,
                api,
                method,
                inputs,
                method.body() == null ? Expression.ABSENT : values(),
                List.of(),
                Map.of(),
                null,
                "",
                Duration.ofSeconds(1)));
  }

  private static Map<String, Object> values() {
    var object = new LinkedHashMap<String, Object>();
    object.put("R", 100);
    object.put("G", 200);
    var values = new LinkedHashMap<String, Object>();
    values.put("primitive", "blue");
    values.put("array", List.of("blue", "black"));
    values.put("object", object);
    return values;
  }
}
