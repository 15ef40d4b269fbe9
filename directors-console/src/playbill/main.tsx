import { mount } from "../shared/mount";
import "../styles/playbill.css";
import { PlaybillPage } from "./PlaybillPage";

mount(<PlaybillPage />);
