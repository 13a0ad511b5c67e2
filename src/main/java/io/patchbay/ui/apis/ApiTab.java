package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A tab of the API editor; each Spring component of this type becomes one. The front-end build does
 * not see what such a tab shows, so {@code @Uses} of {@link ApiEditorView} names it. Orders in use:
 * Methods 10, Overview 20, Schemas 30, Auth 40, Customize 50, Environments 60, Versions 70, Sharing
 * 80, Used by 90.
 */
public interface ApiTab {

  /** What the tab is called. */
  String title();

  /** Its place, smallest first. */
  int order();

  /** The name in addresses, after {@code ?tab=}. */
  default String id() {
    return title().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** A short number or word beside the title; absent for none. */
  default @Nullable String count(ApiDraft draft) {
    return null;
  }

  /** Whether the API has this tab for who looks at it. */
  default boolean isFor(ApiDraft draft) {
    return true;
  }

  /** The tab's content, made anew each time that the tab is chosen. */
  Component create(ApiDraft draft);
}
