import { useState } from "react";
import { api } from "../shared/api";
import { Banner } from "../shared/Banner";
import { Notice } from "../shared/Notice";
import { useResource } from "../shared/useResource";
import { Auditionee } from "./Auditionee";
import { NoticeCard } from "./NoticeCard";
import { dropPass, keepPass, type Pass } from "./pass";
import { performanceOf } from "./performanceOf";
import { SignUp } from "./SignUp";

/** Where a stranger with the link signs up, waits, reads and is offered a role. */
export function AuditionPage({ audition, pass }: { audition: string; pass: Pass }) {
  const { token } = pass;
  const [ticket, setTicket] = useState(pass.ticket);
  const [asked, setAsked] = useState(1);
  const { value: notice, refused } = useResource(token && `${audition} ${token}`, (signal) => api.audition(audition, token ?? "", { signal }), asked);
  // A ticket that came to another device without the link: the playbill tells what is on.
  const playbill = useResource(ticket && !token ? audition : null, (signal) => api.playbill({ signal })).value;
  const performance = notice?.performance ?? performanceOf(audition, playbill);
  const holder = useResource(ticket, (signal) => api.me({ ticket, signal }));
  if (!token && !ticket) {
    return (
      <Notice title="This is not the whole link">
        <p>The link of an audition ends with “#token=” and some letters. Ask who gave it to you for all of it.</p>
      </Notice>
    );
  }
  if (ticket && performance && holder.value) return <Auditionee audition={audition} performance={performance} ticket={ticket} notice={notice} />;
  return (
    <>
      <Banner title="Audition" />
      <main className="door">
        {ticket && holder.refused && (
          <section className="card" role="alert">
            <p>{holder.refused.message}</p>
            <div className="door-actions">
              <button
                type="button"
                className="button"
                onClick={() => {
                  dropPass(audition);
                  setTicket(null);
                }}
              >
                Forget my ticket in this browser
              </button>
            </div>
          </section>
        )}
        {refused && (
          <section className="card" role="alert">
            <h2>This link leads nowhere</h2>
            <p>{refused.message}</p>
          </section>
        )}
        {notice && <NoticeCard notice={notice} />}
        {notice && !ticket && token && (
          <SignUp
            notice={notice}
            token={token}
            onRefused={() => setAsked(asked + 1)}
            onSignedUp={(issued) => {
              keepPass(audition, issued);
              setTicket(issued);
            }}
          />
        )}
        {!notice && !refused && !holder.refused && <p role="status">Asking the theatre …</p>}
      </main>
    </>
  );
}
