import { mount } from "../shared/mount";
import "../styles/stage.css";
import "../styles/company.css";
import "../styles/door.css";
import "../styles/audition.css";
import { AuditionPage } from "./AuditionPage";
import { auditionIn, takePass } from "./pass";

const audition = auditionIn(location.pathname);
addEventListener("hashchange", () => location.reload());

mount(<AuditionPage audition={audition} pass={takePass(audition)} />);
