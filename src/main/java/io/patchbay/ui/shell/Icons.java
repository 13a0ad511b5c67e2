package io.patchbay.ui.shell;

import com.vaadin.flow.component.icon.SvgIcon;

/** The icons of the product: Lucide, from the sprite that {@code npm run theme} makes. */
public enum Icons {
  ARROW_DOWN("arrow-down"),
  ARROW_DOWN_TO_DOT("arrow-down-to-dot"),
  ARROW_LEFT("arrow-left"),
  ARROW_RIGHT("arrow-right"),
  ARROW_UP("arrow-up"),
  BADGE_CHECK("badge-check"),
  BAN("ban"),
  BELL("bell"),
  BOOK_OPEN("book-open"),
  BOOKMARK_PLUS("bookmark-plus"),
  BOX("box"),
  BRACES("braces"),
  BUILDING_2("building-2"),
  CABLE("cable"),
  CALENDAR_CLOCK("calendar-clock"),
  CHECK("check"),
  CHEVRON_DOWN("chevron-down"),
  CHEVRON_LEFT("chevron-left"),
  CHEVRON_RIGHT("chevron-right"),
  CHEVRON_UP("chevron-up"),
  CHEVRONS_UP_DOWN("chevrons-up-down"),
  CIRCLE("circle"),
  CIRCLE_CHECK("circle-check"),
  CIRCLE_DASHED("circle-dashed"),
  CIRCLE_MINUS("circle-minus"),
  CIRCLE_PAUSE("circle-pause"),
  CIRCLE_QUESTION_MARK("circle-question-mark"),
  CIRCLE_X("circle-x"),
  CLOCK("clock"),
  CODE("code"),
  COPY("copy"),
  CORNER_DOWN_LEFT("corner-down-left"),
  DATABASE("database"),
  DOWNLOAD("download"),
  ELLIPSIS("ellipsis"),
  ELLIPSIS_VERTICAL("ellipsis-vertical"),
  EXTERNAL_LINK("external-link"),
  EYE("eye"),
  EYE_OFF("eye-off"),
  FILE_CODE_2("file-code-2"),
  FILE_JSON_2("file-json-2"),
  FILE_PEN_LINE("file-pen-line"),
  FILE_UP("file-up"),
  FILTER("filter"),
  FINGERPRINT_PATTERN("fingerprint-pattern"),
  FOLDER("folder"),
  GAUGE("gauge"),
  GIT_COMPARE_ARROWS("git-compare-arrows"),
  GLOBE("globe"),
  GRIP_VERTICAL("grip-vertical"),
  GROUP("group"),
  HAND("hand"),
  HISTORY("history"),
  HOURGLASS("hourglass"),
  HOUSE("house"),
  INFO("info"),
  KEY_ROUND("key-round"),
  KEYBOARD("keyboard"),
  LAYERS("layers"),
  LINK("link"),
  LIST("list"),
  LIST_PLUS("list-plus"),
  LIST_VIDEO("list-video"),
  LOADER_CIRCLE("loader-circle"),
  LOCK("lock"),
  LOG_OUT("log-out"),
  MAIL("mail"),
  MAXIMIZE("maximize"),
  MINUS("minus"),
  MONITOR("monitor"),
  MOON("moon"),
  MOUSE_POINTER_2("mouse-pointer-2"),
  NETWORK("network"),
  OCTAGON_X("octagon-x"),
  PANEL_RIGHT("panel-right"),
  PAUSE("pause"),
  PENCIL("pencil"),
  PENCIL_RULER("pencil-ruler"),
  PIN("pin"),
  PIN_OFF("pin-off"),
  PLAY("play"),
  PLUG("plug"),
  PLUS("plus"),
  POWER("power"),
  RADIO("radio"),
  RADIO_TOWER("radio-tower"),
  REDO_2("redo-2"),
  REFRESH_CW("refresh-cw"),
  REPEAT("repeat"),
  REPLY("reply"),
  ROCKET("rocket"),
  ROTATE_CCW("rotate-ccw"),
  ROTATE_CW("rotate-cw"),
  ROUTE("route"),
  SAVE("save"),
  SCROLL_TEXT("scroll-text"),
  SEARCH("search"),
  SEND("send"),
  SERVER("server"),
  SETTINGS("settings"),
  SHARE_2("share-2"),
  SHIELD("shield"),
  SHIELD_ALERT("shield-alert"),
  SHIELD_CHECK("shield-check"),
  SIGNATURE("signature"),
  SLIDERS_HORIZONTAL("sliders-horizontal"),
  SPARKLES("sparkles"),
  SPLIT("split"),
  SQUARE("square"),
  STAR("star"),
  STETHOSCOPE("stethoscope"),
  STICKY_NOTE("sticky-note"),
  SUN("sun"),
  TABLE("table"),
  TAG("tag"),
  TERMINAL("terminal"),
  TEXT_SEARCH("text-search"),
  TIMER("timer"),
  TRASH_2("trash-2"),
  TRIANGLE_ALERT("triangle-alert"),
  UNDO_2("undo-2"),
  UNLINK("unlink"),
  UPLOAD("upload"),
  USER("user"),
  USER_PLUS("user-plus"),
  USERS("users"),
  VARIABLE("variable"),
  WAYPOINTS("waypoints"),
  WEBHOOK("webhook"),
  WORKFLOW("workflow"),
  WRENCH("wrench"),
  X("x"),
  ZAP("zap");

  private final String symbol;

  Icons(String symbol) {
    this.symbol = symbol;
  }

  /** A new icon of 16 px (14 px inside a button) in the colour of the text around it. */
  public SvgIcon create() {
    var icon = new SvgIcon(AppShell.THEME + "icons.svg", symbol);
    icon.addClassName("pb-i");
    icon.getElement().setAttribute("aria-hidden", "true");
    return icon;
  }

  /** As {@link #create()}, with further classes such as {@code pb-i12} or {@code pb-spin}. */
  public SvgIcon create(String... classNames) {
    var icon = create();
    icon.addClassNames(classNames);
    return icon;
  }

  /** Its name in Lucide and in the sprite. */
  public String symbol() {
    return symbol;
  }
}
