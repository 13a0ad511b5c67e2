package io.patchbay.ui.apis;

import com.vaadin.flow.component.select.Select;
import io.patchbay.api.Parameter.In;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a list or an object is written outside of a body, shown by example. */
final class StyleSelect extends Select<StyleSelect.Style> {

  /**
   * One way to write.
   *
   * @param style as in OpenAPI 3.1, section 4.8.12; absent for the usual one of the place
   * @param example what it looks like
   */
  record Style(@Nullable String style, @Nullable Boolean explode, String example) {

    boolean says(@Nullable String otherStyle, @Nullable Boolean otherExplode) {
      return java.util.Objects.equals(style, otherStyle)
          && java.util.Objects.equals(explode, otherExplode);
    }
  }

  /** Is told the choice. */
  @FunctionalInterface
  interface Chosen {
    void accept(@Nullable String style, @Nullable Boolean explode);
  }

  /** In the query, in cookies and as fields of a form. */
  static final List<Style> FORM_FIELDS =
      List.of(
          new Style(null, null, "usual: a=1&a=2"),
          new Style("form", true, "form: a=1&a=2"),
          new Style("form", false, "form, in one: a=1,2"),
          new Style("spaceDelimited", false, "spaces: a=1%202"),
          new Style("pipeDelimited", false, "pipes: a=1|2"),
          new Style("deepObject", true, "deep object: a[x]=1&a[y]=2"));

  private static final List<Style> PATH =
      List.of(
          new Style(null, null, "usual: 1,2"),
          new Style("simple", false, "simple: 1,2"),
          new Style("simple", true, "simple, exploded: x=1,y=2"),
          new Style("label", false, "label: .1,2"),
          new Style("label", true, "label, exploded: .1.2"),
          new Style("matrix", false, "matrix: ;a=1,2"),
          new Style("matrix", true, "matrix, exploded: ;a=1;a=2"));

  private static final List<Style> HEADER =
      List.of(
          new Style(null, null, "usual: 1,2"),
          new Style("simple", false, "simple: 1,2"),
          new Style("simple", true, "simple, exploded: x=1,y=2"));

  StyleSelect(
      List<Style> styles,
      String name,
      @Nullable String style,
      @Nullable Boolean explode,
      Chosen onChosen) {
    setAriaLabel("How " + name + " is written");
    Style now =
        styles.stream()
            .filter(one -> one.says(style, explode))
            .findFirst()
            .orElseGet(() -> new Style(style, explode, words(style, explode)));
    var items = new ArrayList<>(styles);
    if (!items.contains(now)) {
      items.add(now);
    }
    setItems(items);
    setItemLabelGenerator(Style::example);
    setValue(now);
    addValueChangeListener(
        event -> onChosen.accept(event.getValue().style(), event.getValue().explode()));
  }

  /** The ways that fit a place. */
  static List<Style> of(In in) {
    return switch (in) {
      case PATH -> PATH;
      case HEADER -> HEADER;
      case QUERY, COOKIE -> FORM_FIELDS;
    };
  }

  private static String words(@Nullable String style, @Nullable Boolean explode) {
    return (style == null ? "usual" : style)
        + (explode == null ? "" : explode ? ", exploded" : ", in one");
  }
}
