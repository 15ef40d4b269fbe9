/** How to get on stage without being let in yet. */
export function NoTicket() {
  return (
    <section className="card" aria-labelledby="no-ticket">
      <h2 id="no-ticket">You need an actor’s ticket</h2>
      <p>Whoever runs the show makes one on the director’s console: under “Company”, with “Invite …”, for the role that you are to play. It is a link; open it in this browser, and this door lets you in.</p>
      <p>
        To watch, you need none: <a href="/watch">to the auditorium</a>.
      </p>
    </section>
  );
}
