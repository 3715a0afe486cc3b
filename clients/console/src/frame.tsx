/* What stands around every page: whose it is, the menu, what is not saved yet, the language. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { goOn, onSignInOver, signOut } from "./api";
import { conferenceId, conferences, inConference, readConferences } from "./chosen";
import { pages as ofTheDay } from "./day/pages";
import type { Entry, Params } from "./entry";
import { isStaff, me } from "./me";
import { Asking, confirmed, Telling } from "./parts/asking";
import { Empty, Notice, Page } from "./parts/basics";
import { fit, go, place } from "./place";
import { pages as ofThePlan } from "./plan/pages";
import { unsaved } from "./saving";
import { pages as ofSecretaries } from "./secretary/pages";
import { SignIn } from "./sign-in";
import { language, speak, t } from "./words";

const PAGES: readonly Entry[] = [...ofSecretaries, ...ofThePlan, ...ofTheDay];

const groupName = (group: Entry["group"]): string =>
  ({
    mine: t("Việc của đồng chí", "Your work"),
    before: t("Trước hội nghị", "Before"),
    during: t("Trong hội nghị", "During"),
    after: t("Sau hội nghị", "After"),
    office: t("Văn phòng", "Office"),
  })[group];

const GROUPS: readonly Entry["group"][] = ["mine", "before", "during", "after", "office"];

function mine(): Entry[] {
  return PAGES.filter((entry) => entry.isFor());
}

function inMenu(): Entry[] {
  return mine().filter((entry) => !entry.isHidden && (conferenceId.value || !entry.path.includes(":conference")));
}

function opened(path: string): { entry: Entry; params: Params } | null {
  for (const entry of mine()) {
    const params = fit(entry.path, path);
    if (params) return { entry, params };
  }
  return null;
}

function Tools(props: { onLeave: () => void }) {
  return (
    <>
      <a href="/account">{me.value?.display_name}</a>
      <Languages />
      <button type="button" onClick={props.onLeave}>{t("Đăng xuất", "Sign out")}</button>
    </>
  );
}

function Languages() {
  return (
    <button type="button" lang={language.value === "vi" ? "en" : "vi"} onClick={() => speak(language.value === "vi" ? "en" : "vi")}>
      {language.value === "vi" ? "English" : "Tiếng Việt"}
    </button>
  );
}

function Menu(props: { isOpen: boolean; onChoose: () => void; onLeave: () => void; current: Entry | undefined }) {
  return (
    <nav class="menu" data-open={props.isOpen} aria-label={t("Các trang", "Pages")}>
      {conferences.value.length > 1 && (
        <label class="menu-conference">
          {t("Hội nghị", "Conference")}
          <select
            value={conferenceId.value}
            onInput={(event) => {
              conferenceId.value = event.currentTarget.value;
              if (props.current?.path.includes(":conference")) go(inConference(props.current.path));
            }}
          >
            {conferences.value.map((each) => (
              <option key={each.id} value={each.id}>{each.title}</option>
            ))}
          </select>
        </label>
      )}
      {GROUPS.map((group) => {
        const entries = inMenu().filter((entry) => entry.group === group);
        return (
          entries.length > 0 && (
            <div key={group}>
              <p class="menu-group">{groupName(group)}</p>
              <ul>
                {entries.map((entry) => (
                  <li key={entry.path}>
                    <a href={`#${inConference(entry.path)}`} aria-current={entry === props.current ? "page" : undefined} onClick={props.onChoose}>
                      {entry.title()}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
      <div class="menu-tools"><Tools onLeave={props.onLeave} /></div>
    </nav>
  );
}

function Waiting() {
  const waiting = unsaved.value;
  if (waiting.length === 0) return null;
  return (
    <div class="waiting" role="status">
      <details>
        <summary>{t(`${waiting.length} việc chưa lưu, đang gửi lại`, `${waiting.length} not saved yet: trying again`)}</summary>
        <ul>
          {waiting.map((each) => (
            <li key={each.id}>{each.what}</li>
          ))}
        </ul>
      </details>
      <button type="button" onClick={() => waiting.forEach((each) => each.press())}>{t("Gửi ngay", "Send now")}</button>
    </div>
  );
}

function Current(props: { entry: Entry; params: Params }) {
  const [shown, set] = useState<{ entry: Entry; page: ComponentType<{ params: Params }> } | null>(null);
  const [isCut, cut] = useState(false);
  const { entry } = props;
  useEffect(() => {
    let isWanted = true; // a page left before it came is not to be shown, or waited for
    cut(false);
    entry.load().then(
      (module) => isWanted && set({ entry, page: module.default }),
      () => isWanted && cut(true),
    );
    return () => {
      isWanted = false;
    };
  }, [entry]);
  if (isCut) {
    return (
      <Notice tone="wait" title={t("Chưa mở được trang này", "This page could not be loaded")}>
        <button type="button" class="button quiet" onClick={() => location.reload()}>{t("Mở lại", "Reload")}</button>
      </Notice>
    );
  }
  if (shown?.entry !== entry) return <p class="progress" role="status">{t("Đang mở…", "Opening…")}</p>;
  const Shown = shown.page;
  return <Shown key={JSON.stringify(props.params)} params={props.params} />;
}

export function Frame() {
  const [menuIsOpen, openMenu] = useState(false);
  const [hasEnded, end] = useState(false);
  const who = me.value;
  const whose = who?.id ?? "";

  useEffect(() => onSignInOver(() => end(true)), []);
  useEffect(() => {
    if (!whose) return;
    end(false);
    goOn();
    void readConferences();
  }, [whose, who]);

  const found = who ? opened(place.value) : null;
  useEffect(() => {
    if (found?.params.conference) conferenceId.value = found.params.conference;
  }, [found?.params.conference]);

  const first = who ? inMenu()[0] : undefined;
  const isAtDoor = place.value === "/" || place.value === "";
  useEffect(() => {
    if (isAtDoor && first) history.replaceState(null, "", `#${inConference(first.path)}`);
    if (isAtDoor && first) place.value = inConference(first.path);
  }, [isAtDoor, first]);

  const leave = async () => {
    if (unsaved.value.length > 0) {
      const yes = await confirmed({
        title: t("Còn việc chưa lưu", "Some work is not saved"),
        text: t("Đăng xuất bây giờ thì những việc đó mất.", "Signing out now loses it."),
        yes: t("Vẫn đăng xuất", "Sign out all the same"),
        isDanger: true,
      });
      if (!yes) return;
    }
    await signOut();
    me.value = null;
    location.replace("/console"); // no name stays in this page
  };

  return (
    <>
      <header class="top">
        {who && (
          <button type="button" class="menu-button" aria-expanded={menuIsOpen} onClick={() => openMenu(!menuIsOpen)}>
            {t("Mục lục", "Menu")}
          </button>
        )}
        <p class="top-title">{t("Điểm danh", "Attendance")}<span>{isStaff() ? t("Ban Tuyên giáo", "District office") : t("Trang làm việc", "Console")}</span></p>
        <div class="top-tools" data-moves={who !== null}>
          {who ? <Tools onLeave={() => void leave()} /> : <Languages />}
        </div>
      </header>
      <Waiting />
      <div class="frame">
        {who && <Menu isOpen={menuIsOpen} onChoose={() => openMenu(false)} onLeave={() => void leave()} current={found?.entry} />}
        <main id="main">
          {!who && <SignIn />}
          {who && hasEnded && <SignIn username={who.username} hasEnded onSignedIn={() => { end(false); goOn(); }} />}
          {who && (
            <div hidden={hasEnded}>
              {who.must_set_up_totp ? (
                <Notice tone="wait" title={t("Cần cài xác thực hai bước", "A second factor is needed")}>
                  <p><a href="/account">{t("Mời đồng chí cài ở trang tài khoản, rồi quay lại đây.", "Set it up on your account page, then come back.")}</a></p>
                </Notice>
              ) : found ? (
                <Current entry={found.entry} params={found.params} />
              ) : (
                !isAtDoor && (
                  <Page title={t("Không có trang này", "There is no such page")}>
                    <Empty>{t("Mời đồng chí chọn một trang trong mục lục.", "Choose one from the menu.")}</Empty>
                  </Page>
                )
              )}
            </div>
          )}
        </main>
      </div>
      <Asking />
      <Telling />
    </>
  );
}
