package io.patchbay.ui.apis;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Parameter;
import io.patchbay.api.Parameter.In;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathParametersTest {

  @Test
  void eachNameInThePathBecomesARequiredParameter() {
    List<Parameter> parameters = PathParameters.follow("/a/{x}/b/{y}", List.of());

    assertThat(parameters).extracting(Parameter::name).containsExactly("x", "y");
    assertThat(parameters).allMatch(p -> p.in() == In.PATH && p.required());
  }

  @Test
  void namesThatLeaveThePathGoAndTheOthersStayAsTheyAre() {
    var query = Parameter.of("limit", In.QUERY);
    var kept =
        new Parameter(
            "x", null, In.PATH, "the one", null, true, null, true, null, null, null, null, null,
            false);

    List<Parameter> parameters =
        PathParameters.follow("/a/{x}", List.of(kept, Parameter.of("y", In.PATH), query));

    assertThat(parameters).containsExactly(kept, query);
  }
}
