/* Pictures from the hall: those at the server, and those that wait for the line. */
import { useEffect, useState } from "preact/hooks";
import { api, ask, carried } from "../api";
import { confirmed, tell } from "../parts/asking";
import { Badge, Button, FileField, Notice, ProblemNotice, Section } from "../parts/basics";
import { Download } from "../parts/files";
import { clock, t } from "../words";
import { run } from "./deciding";
import { add, cancel, onDone, pictures, refused } from "./pictures";
import type { Report } from "./report-words";
import { asAddress, shrink } from "./shrinking";

const MOST = 20;

export function Photos(props: { report: Report; isSecret: boolean; again: () => void }) {
  const { report } = props;
  const [seen, see] = useState<Readonly<Record<string, string>>>({});
  const mine = pictures.value.filter((each) => each.report === report.id);
  const room = MOST - report.photos.length - mine.length;

  useEffect(() => {
    onDone((picture, photo) => {
      if (picture.report === report.id) void asAddress(picture.blob).then((address) => see((before) => ({ ...before, [photo.id]: address })));
      props.again();
    });
    return () => onDone(() => undefined);
  }, [report.id]);

  const take = async (files: readonly File[]) => {
    for (const file of files.slice(0, room)) await add(report.id, await shrink(file), file.name || "anh.jpg");
    if (files.length > room) tell(t(`Mỗi báo cáo nhiều nhất ${MOST} ảnh: máy nhận ${room} ảnh đầu.`, `At most ${MOST} pictures: the first ${room} were taken.`));
  };
  const look = async (id: string, url: string) => {
    const answer = await carried(url).catch(() => null);
    if (!answer?.ok) {
      tell(t("Chưa xem được ảnh: mời đồng chí bấm lại.", "It could not be fetched: press again."));
      return;
    }
    const address = await asAddress(await answer.blob());
    see((before) => ({ ...before, [id]: address }));
  };
  const remove = async (id: string, place: number) => {
    const yes = await confirmed({ title: t(`Bỏ ảnh ${place}?`, `Remove picture ${place}?`), text: t("Ảnh bị xóa khỏi máy chủ.", "It is deleted."), yes: t("Đúng, bỏ ảnh", "Yes, remove"), isDanger: true });
    if (!yes) return;
    const done = await run(t("Bỏ ảnh", "Remove a picture"), () => ask((signal) => api.DELETE("/api/v1/photos/{photo_id}", { signal, params: { path: { photo_id: id } } })));
    props.again();
    if (done) tell(t("Đã bỏ ảnh", "The picture is removed"));
  };

  if (props.isSecret) return null;
  return (
    <Section title={t("Ảnh hội trường", "Pictures of the hall")}>
      <ProblemNotice problem={refused.value} />
      {room > 0 ? (
        <Files label={t("Chụp hoặc chọn ảnh", "Take or choose pictures")} hint={t(`Máy thu nhỏ ảnh trước khi gửi. Còn ${room} ảnh.`, `They are made smaller before they leave. ${room} more.`)} onFiles={(files) => void take(files)} />
      ) : (
        <Notice tone="plain" title={t(`Đã đủ ${MOST} ảnh.`, `There are ${MOST} pictures.`)} />
      )}
      <ul class="cards">
        {report.photos.map((each, i) => (
          <li key={each.id} class="card">
            <p class="card-title">{t(`Ảnh ${i + 1}`, `Picture ${i + 1}`)} <Badge tone="good">{t("đã gửi", "sent")}</Badge></p>
            <p class="soft">{clock(each.added_at)}</p>
            {seen[each.id] && <img src={seen[each.id]} alt={t(`Ảnh ${i + 1} của hội trường`, `Picture ${i + 1} of the hall`)} />}
            <div class="row-actions">
              {!seen[each.id] && <Button label={t(`Xem ảnh ${i + 1}`, `Look at picture ${i + 1}`)} onClick={() => void look(each.id, each.url)}>{t("Xem", "Look")}</Button>}
              <Button label={t(`Bỏ ảnh này: ${i + 1}`, `Remove: ${i + 1}`)} onClick={() => void remove(each.id, i + 1)}>{t("Bỏ ảnh này", "Remove")}</Button>
            </div>
          </li>
        ))}
        {mine.map((each, i) => {
          const name = t(`Ảnh ${report.photos.length + i + 1}`, `Picture ${report.photos.length + i + 1}`);
          return (
            <li key={each.key} class="card">
              <p class="card-title">{name} <Badge tone="wait">{each.isSending ? t(`đang gửi ${each.percent} %`, `sending ${each.percent} %`) : t("chờ gửi, máy tự gửi lại", "waiting, sent by itself")}</Badge></p>
              <progress max={100} value={each.percent} aria-label={t(`${name} đã gửi được`, `${name}: sent`)} />
              {!each.isKept && <p class="hint">{t("Máy này không giữ được ảnh: đừng đóng trang.", "This phone cannot keep it: leave the page open.")}</p>}
              {!each.isSending && <Button onClick={() => cancel(each.key)}>{t("Thôi, không gửi ảnh này", "Do not send it")}</Button>}
            </li>
          );
        })}
      </ul>
      {report.photos.length > 0 && <Download path={`/api/v1/reports/${report.id}/collage.jpg`} name="anh-hoi-truong.jpg">{t("Tải ảnh ghép để gửi nhóm", "Fetch all as one picture")}</Download>}
    </Section>
  );
}

/* FileField hands over one file at a time; here all that were chosen together count against the room. */
function Files(props: { label: string; hint: string; onFiles: (files: readonly File[]) => void }) {
  let together: File[] = [];
  return (
    <FileField
      label={props.label}
      hint={props.hint}
      accept="image/*"
      multiple
      onFile={(file) => {
        together.push(file);
        if (together.length > 1) return;
        queueMicrotask(() => {
          const files = together;
          together = [];
          props.onFiles(files);
        });
      }}
    />
  );
}
